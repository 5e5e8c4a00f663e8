package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a parameter within bounds, after each step of training: {@code @Constrain(NON_NEG)},
 * {@code @Constrain(value = MAX_NORM, maxValue = 3)}.
 *
 * <p>As in Keras, neither how a parameter starts nor what is loaded is constrained, and a frozen
 * parameter is not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Constrain {
  /**
   * The constraint.
   *
   * @return the constraint
   */
  Constraint value();

  /**
   * The largest norm that {@link Constraint#MAX_NORM} and {@link Constraint#MIN_MAX_NORM} leave.
   * Where it is not stated, that of {@link Constraint#MIN_MAX_NORM} is 1, as in Keras.
   *
   * @return the largest norm, above 0
   */
  double maxValue() default 2;

  /**
   * The smallest norm that {@link Constraint#MIN_MAX_NORM} leaves.
   *
   * @return the smallest norm, 0 or above
   */
  double minValue() default 0;

  /**
   * How much of the way into its bounds {@link Constraint#MIN_MAX_NORM} takes a norm in one step.
   *
   * @return the share of the way, above 0 and at most 1
   */
  double rate() default 1;

  /**
   * The axes of the parameter along which norms are taken; negative ones count from the end. The
   * first axis of a dense weight {@code [in, units]} joins what one unit takes. What one filter of
   * a convolution has lies along the first three of {@code [rows, columns, in, filters]}: {@code
   * axis = {0, 1, 2}}; of a transposed one's {@code [rows, columns, filters, in]} that is {@code
   * axis = {0, 1, 3}}.
   *
   * @return one axis or more, each once
   */
  int[] axis() default 0;
}
