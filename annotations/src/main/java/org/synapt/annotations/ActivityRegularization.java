package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a penalty to the loss that grows with the values, {@code (l1 · Σ|x| + l2 · Σx²) / b}, and
 * lets them pass: {@code y = x}.
 *
 * <pre>x [b, …]   →   y [b, …]</pre>
 *
 * <p>The sums go over the whole batch; see {@link Regularize}, of which this is the row's own form.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ActivityRegularization {
  /**
   * The weight of the sum of absolute values, which draws values to 0.
   *
   * @return the weight, 0 or above
   */
  double l1() default 0;

  /**
   * The weight of the sum of squares, which keeps values small.
   *
   * @return the weight, 0 or above
   */
  double l2() default 0;
}
