/** Digits that the program draws itself. */
@NullMarked
package org.synapt.samples.digits;

import org.jspecify.annotations.NullMarked;
