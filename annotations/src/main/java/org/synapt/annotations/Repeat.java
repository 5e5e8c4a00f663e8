package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stacks copies of a row's layer, each with parameters of its own.
 *
 * <p>{@code x [b, …] → y [b, …]}: the layer has to keep its shape. The copies are counted from 0,
 * as arrays are: those of a row {@code trunk} are {@code trunk[0]}, {@code trunk[1]} and so on.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Repeat {
  /**
   * How many copies.
   *
   * @return the number of copies, at least 1
   */
  int value();
}
