/**
 * Equations of ops: the language between front and back, its text form and its verifier.
 *
 * <p>Imports {@code shape}.
 *
 * <pre>
 * product [b, 128] = mult(pixels, hidden1.weight)
 * hidden1 [b, 128] = relu(product + bias)(product, hidden1.bias)
 * </pre>
 */
@NullMarked
package org.synapt.processor.graph;

import org.jspecify.annotations.NullMarked;
