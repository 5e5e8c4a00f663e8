/**
 * Every primitive: its shape rule and its gradient rule.
 *
 * <p>Imports {@code graph}, {@code formula} and {@code shape}.
 *
 * <pre>
 * y [b, 128] = mult(x, w)      gives      dx [b, 784] = multTransB(dy, w)
 *                                         dw [784, 128] = multTransA(x, dy)
 * </pre>
 */
@NullMarked
package org.synapt.processor.op;

import org.jspecify.annotations.NullMarked;
