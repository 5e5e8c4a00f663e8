/** Pictures of what convolutions look for. */
@NullMarked
package org.synapt.samples.filters;

import org.jspecify.annotations.NullMarked;
