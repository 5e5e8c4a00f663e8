package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts zeros around a sequence.
 *
 * <pre>x [b, positions, c]   →   y [b, before + positions + after, c]</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ZeroPadding1D {
  /**
   * How wide the margins are.
   *
   * @return one number for both sides, or {@code {before, after}}; each at least 0
   */
  int[] padding() default 1;
}
