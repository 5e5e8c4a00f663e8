package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes the margins of a sequence away.
 *
 * <pre>x [b, positions, c]   →   y [b, positions − before − after, c]</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Cropping1D {
  /**
   * How wide the margins are that go.
   *
   * @return one number for both sides, or {@code {before, after}}; each at least 0
   */
  int[] cropping() default 1;
}
