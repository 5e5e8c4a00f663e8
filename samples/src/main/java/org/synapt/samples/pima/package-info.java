/** Diabetes among the Pima. */
@NullMarked
package org.synapt.samples.pima;

import org.jspecify.annotations.NullMarked;
