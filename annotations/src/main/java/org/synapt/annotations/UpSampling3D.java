package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a volume several times as large: each position is repeated along every axis.
 *
 * <pre>x [b, planes, rows, columns, c]   →   y [b, size · planes, …, c]</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface UpSampling3D {
  /**
   * How many times as large.
   *
   * @return one number for all axes, or {@code {planes, rows, columns}}, at least 1
   */
  int[] size() default 2;
}
