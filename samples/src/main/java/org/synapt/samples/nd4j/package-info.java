/** Handwritten digits, in ND4J's arrays from the files to the answer. */
@NullMarked
package org.synapt.samples.nd4j;

import org.jspecify.annotations.NullMarked;
