/** How many passengers there will be. */
@NullMarked
package org.synapt.samples.airline;

import org.jspecify.annotations.NullMarked;
