package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Joins rows along one axis: {@code [b, …, i, …], [b, …, j, …] → [b, …, i + j, …]}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Concatenate {
  /**
   * The joined axis. The batch does not count: 0 is the first declared axis, -1 the last.
   *
   * @return the axis
   */
  int axis() default -1;
}
