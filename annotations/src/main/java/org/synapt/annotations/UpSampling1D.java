package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a sequence several times as large: each position is repeated along it.
 *
 * <pre>x [b, positions, c]   →   y [b, size · positions, c]</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface UpSampling1D {
  /**
   * How many times as large.
   *
   * @return one number, at least 1
   */
  int[] size() default 2;
}
