/** Handwritten digits. */
@NullMarked
package org.synapt.samples.mnist;

import org.jspecify.annotations.NullMarked;
