/**
 * Every layer: its attributes, shape rule, parameters and lowering to ops.
 *
 * <p>Imports {@code op}, {@code formula}, {@code graph}, {@code shape}, {@code declaration} and
 * {@code diagnostic}.
 */
@NullMarked
package org.synapt.processor.layer;

import org.jspecify.annotations.NullMarked;
