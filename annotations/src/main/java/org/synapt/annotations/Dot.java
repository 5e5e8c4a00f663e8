package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sums the products of two rows along one axis of each, example by example.
 *
 * <pre>x₁ [b, …, k, …]   x₂ [b, …, k, …]   →   y [b, the other axes of x₁, the other axes of x₂]
 * </pre>
 *
 * <p>Two vectors give {@code [b, 1]}, as in Keras.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dot {
  /**
   * The summed axes, of the first and of the second operand; one number means both. The batch does
   * not count: 0 is the first declared axis, -1 the last.
   *
   * @return one axis or two
   */
  int[] axes() default -1;

  /**
   * Whether both are scaled to length 1 along the axis first, which makes the result a cosine.
   *
   * @return whether to normalize
   */
  boolean normalize() default false;
}
