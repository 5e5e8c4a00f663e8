package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes the margins of a volume away.
 *
 * <pre>x [b, planes, rows, columns, c]   →   y [b, planes − before − after, …, c]</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Cropping3D {
  /**
   * How wide the margins are that go.
   *
   * <p>Keras writes the last of these as three pairs; here it is flat.
   *
   * @return one number for all sides, {@code {planes, rows, columns}} for both sides of each, or
   *     six: before and after each of them; each at least 0
   */
  int[] cropping() default 1;
}
