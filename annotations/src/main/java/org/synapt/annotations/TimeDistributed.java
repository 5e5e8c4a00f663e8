package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Applies a row's layer, or block, to every step of a sequence by itself, always with the same
 * parameters.
 *
 * <pre>x [b, T, …]   →   y [b, T, …], where the layer makes y[t] of x[t]</pre>
 *
 * <pre>{@code
 * @Input(shape = {10, 28, 28, 1})
 * Tensor frames();
 *
 * @TimeDistributed @Conv2D(filters = 8, kernelSize = 3)
 * Tensor edges();                                          // [10, 26, 26, 8]
 * }</pre>
 *
 * <p>All operands have the same number of steps. The layer takes all steps of a batch for examples:
 * {@link Dropout} drops other elements at each step, and {@link BatchNormalization} has its mean
 * and variance over the steps of all examples, as Keras 2 has; Keras 3 normalizes step by step.
 * Where some steps do not count, as {@link Masking} says, the row keeps the mask, and the layer
 * does not see it. Beside {@link Repeat}, every copy is applied to every step.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TimeDistributed {}
