package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Applies an activation: {@code y = f(x)}, {@code x [b, …] → y [b, …]}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Activation {
  /**
   * The activation.
   *
   * @return the activation
   */
  ActivationFunction value();
}
