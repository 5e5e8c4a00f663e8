package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a penalty to the loss that grows with numbers: {@code l1 · Σ|w| + l2 · Σw²}.
 *
 * <p>{@code @Regularize(l2 = 1e-4)} is Keras's {@code L2(1e-4)}, {@code @Regularize(l1 = 0.01)} its
 * {@code L1(0.01)}, and both numbers are its {@code L1L2}. Neither has a default but 0, so that the
 * strength always stands in the declaration; Keras's defaults are 0.01.
 *
 * <p>A parameter's penalty counts once for each batch, and only if the parameter is trained. A
 * row's ({@code activityRegularizer}) is that of its value after the activation, divided by the
 * number of examples in the batch, as the documentation of Keras's {@code regularizers} has it (the
 * code of Keras 3 does so since its pull request 22021, and summed before); the weights of examples
 * and outputs have no part in it. The reported loss contains all penalties, while training and
 * while evaluating.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Regularize {
  /**
   * The weight of the sum of absolute values, which draws numbers to 0.
   *
   * @return the weight, 0 or above
   */
  double l1() default 0;

  /**
   * The weight of the sum of squares, which keeps numbers small.
   *
   * @return the weight, 0 or above
   */
  double l2() default 0;
}
