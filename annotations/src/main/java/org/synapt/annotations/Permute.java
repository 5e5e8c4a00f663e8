package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Puts the axes in another order: axis {@code i} of the result is axis {@code dims[i]} of x. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Permute {
  /**
   * The order. The batch does not count: 0 is the first declared axis, where Keras writes 1.
   *
   * @return every axis once
   */
  int[] dims();
}
