/**
 * Forward equations in, backward equations out.
 *
 * <p>Imports {@code op}, {@code graph} and {@code shape}.
 *
 * <pre>
 * y [b, 128] = mult(x, w)      gives      w.gradient [784, 128] = multTransA(x, y.gradient)
 * </pre>
 */
@NullMarked
package org.synapt.processor.gradient;

import org.jspecify.annotations.NullMarked;
