package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * While training, sets a share of the values to what selu gives at −∞, and scales and shifts all of
 * them so that mean 0 and variance 1 stay: a dropout for layers with {@link
 * ActivationFunction#SELU}. While predicting, {@code y = x}.
 *
 * <pre>
 * y = a · x + b, or a · α′ + b for a share of {@code rate}
 * α′ = −1.7580993408473766   q = 1 − rate   a = (q + α′² · q · rate)^(−½)   b = −a · rate · α′
 *
 * x [b, …]   →   y [b, …]
 * </pre>
 *
 * <p>Klambauer, Unterthiner, Mayr and Hochreiter, Self-Normalizing Neural Networks, 2017.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AlphaDropout {
  /**
   * The share that is dropped.
   *
   * @return a number from 0 up to, but not, 1
   */
  double rate();

  /**
   * The extents of the mask where they are not the value's: along an extent of 1 one decision
   * serves all positions.
   *
   * @return the extents, each the value's or 1; none for the value's shape
   */
  int[] noiseShape() default {};
}
