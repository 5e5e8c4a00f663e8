/**
 * One class per rule that a well-shaped model can still break.
 *
 * <p>Imports {@code model}, {@code layer}, {@code shape}, {@code declaration} and {@code
 * diagnostic}.
 *
 * <pre>
 * in    digit = dense(10)[hidden] [10], an output with CATEGORICAL_CROSSENTROPY
 * out   [LossMismatch] categorical_crossentropy needs shares that sum to 1, but digit is linear
 * </pre>
 */
@NullMarked
package org.synapt.processor.check;

import org.jspecify.annotations.NullMarked;
