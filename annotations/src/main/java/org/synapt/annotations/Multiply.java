package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multiplies rows, elementwise: {@code y = x₁ · x₂ · …}; extents of 1 broadcast.
 *
 * <p>A step that does not count in an operand, as {@link Masking} says, is 1 there, and the result
 * 0 where it counts in none, as in Keras 3.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Multiply {}
