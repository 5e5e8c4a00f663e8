/**
 * The plan as Java source.
 *
 * <p>Imports {@code cost}, {@code plan}, {@code op}, {@code graph}, {@code model}, {@code layer},
 * {@code declaration}, {@code formula} and {@code shape}; JavaPoet is imported here only.
 *
 * <pre>
 * hidden1 [b, 128] = mult then relu(x + b)(pixels, hidden1.weight, hidden1.bias)
 *
 * becomes
 *
 * matMul.mult(batch, 784, 128, pixels, hidden1Weight.value(), hidden1, Fused.RELU_X_PLUS_B,
 *     hidden1Bias.value());
 * </pre>
 */
@NullMarked
package org.synapt.processor.emission;

import org.jspecify.annotations.NullMarked;
