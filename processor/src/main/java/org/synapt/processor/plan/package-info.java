/**
 * What is fused, in what order it runs, where each value lives.
 *
 * <p>Imports {@code gradient}, {@code op}, {@code graph}, {@code formula} and {@code shape}.
 *
 * <pre>
 * hidden1.product [b, 128] = mult(pixels, hidden1.weight)
 * hidden1 [b, 128] = relu(x + bias)(hidden1.product, hidden1.bias)
 *
 * becomes
 *
 * hidden1 [b, 128] = mult then relu(x + bias)(pixels, hidden1.weight, hidden1.bias)   at 784
 * </pre>
 */
@NullMarked
package org.synapt.processor.plan;

import org.jspecify.annotations.NullMarked;
