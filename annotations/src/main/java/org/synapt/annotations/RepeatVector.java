package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Repeats a vector along a new first axis: {@code x [b, k] → y [b, n, k]}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface RepeatVector {
  /**
   * How often.
   *
   * @return the number of repetitions, at least 1
   */
  int n();
}
