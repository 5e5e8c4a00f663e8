/**
 * Extents, and the arithmetic on them.
 *
 * <p>Imports nothing.
 */
@NullMarked
package org.synapt.processor.shape;

import org.jspecify.annotations.NullMarked;
