/** Two inputs that are joined. */
@NullMarked
package org.synapt.samples.house;

import org.jspecify.annotations.NullMarked;
