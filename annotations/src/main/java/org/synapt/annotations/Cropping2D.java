package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes the margins of an image away.
 *
 * <pre>x [b, rows, columns, c]   →   y [b, rows − before − after, columns − before − after, c]
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Cropping2D {
  /**
   * How wide the margins are that go.
   *
   * <p>Keras writes the last of these {@code ((top, bottom), (left, right))}; here it is flat.
   *
   * @return one number for all sides, {@code {rows, columns}} for both sides of each, or {@code
   *     {top, bottom, left, right}}; each at least 0
   */
  int[] cropping() default 0;
}
