package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * While training, adds normal numbers of mean 0: {@code y = x + N(0, stddev²)}. While predicting,
 * {@code y = x}.
 *
 * <pre>x [b, …]   →   y [b, …]</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GaussianNoise {
  /**
   * The standard deviation of the noise. Keras takes none above 1; any is taken here.
   *
   * @return a number, 0 or above
   */
  double stddev();
}
