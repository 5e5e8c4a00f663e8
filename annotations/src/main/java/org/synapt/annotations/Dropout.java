package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * While training, sets a share of the values to 0 and scales the others up: {@code y = x / (1 −
 * rate)} or 0. While predicting, {@code y = x}.
 *
 * <pre>x [b, …]   →   y [b, …]</pre>
 *
 * <p>Srivastava et al., Dropout: A Simple Way to Prevent Neural Networks from Overfitting, 2014.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dropout {
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
