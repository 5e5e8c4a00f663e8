package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** {@code y = x} above 0, else {@code alpha · (exp(x) − 1)}; {@code x [b, …] → y [b, …]}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ELU {
  /**
   * What {@code −y} tends to.
   *
   * @return the limit, at least 0
   */
  double alpha() default 1;
}
