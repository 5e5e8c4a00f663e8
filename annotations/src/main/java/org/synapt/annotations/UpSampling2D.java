package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an image several times as large.
 *
 * <pre>x [b, rows, columns, c]   →   y [b, size · rows, size · columns, c]</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface UpSampling2D {
  /**
   * How many times as large.
   *
   * @return one number for both axes, or {@code {rows, columns}}, at least 1
   */
  int[] size() default 2;

  /**
   * What stands between the positions there were.
   *
   * @return {@code NEAREST} to repeat each, {@code BILINEAR} for straight lines between them
   */
  Interpolation interpolation() default Interpolation.NEAREST;
}
