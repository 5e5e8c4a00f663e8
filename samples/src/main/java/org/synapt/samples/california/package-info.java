/** A number to predict from numbers of very different sizes. */
@NullMarked
package org.synapt.samples.california;

import org.jspecify.annotations.NullMarked;
