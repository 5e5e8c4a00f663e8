package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** {@code y = x} above {@code theta}, else 0; {@code x [b, …] → y [b, …]}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ThresholdedReLU {
  /**
   * The threshold.
   *
   * @return the threshold, at least 0
   */
  double theta() default 1;
}
