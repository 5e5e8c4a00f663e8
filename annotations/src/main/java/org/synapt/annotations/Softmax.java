package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@code y = exp(x) / Σ exp(x)} along one axis; {@code x [b, …] → y [b, …]}.
 *
 * <p>Along axis 0, steps that do not count, as {@link Masking} says, have no share.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Softmax {
  /**
   * The axis that sums to 1. The batch does not count: 0 is the first declared axis, -1 the last.
   *
   * @return the axis
   */
  int axis() default -1;
}
