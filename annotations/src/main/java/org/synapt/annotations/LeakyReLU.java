package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** {@code y = x} above 0, else {@code alpha · x}; {@code x [b, …] → y [b, …]}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LeakyReLU {
  /**
   * The slope below 0; Keras 3 calls it {@code negative_slope}.
   *
   * @return the slope, at least 0
   */
  double alpha() default 0.3;
}
