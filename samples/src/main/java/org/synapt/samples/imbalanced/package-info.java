/** One class in forty. */
@NullMarked
package org.synapt.samples.imbalanced;

import org.jspecify.annotations.NullMarked;
