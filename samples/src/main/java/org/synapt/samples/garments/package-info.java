/** Pieces of clothing, or whatever else somebody has pictures of. */
@NullMarked
package org.synapt.samples.garments;

import org.jspecify.annotations.NullMarked;
