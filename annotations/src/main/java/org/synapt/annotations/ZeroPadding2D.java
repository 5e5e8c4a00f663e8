package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts zeros around an image.
 *
 * <pre>x [b, rows, columns, c]   →   y [b, before + rows + after, before + columns + after, c]
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ZeroPadding2D {
  /**
   * How wide the margins are.
   *
   * <p>Keras writes the last of these {@code ((top, bottom), (left, right))}; here it is flat.
   *
   * @return one number for all sides, {@code {rows, columns}} for both sides of each, or {@code
   *     {top, bottom, left, right}}; each at least 0
   */
  int[] padding() default 1;
}
