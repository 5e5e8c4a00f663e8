package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The elementwise largest of rows: {@code y = max(x₁, x₂, …)}; extents of 1 broadcast.
 *
 * <p>A step that does not count in an operand, as {@link Masking} says, is left to the others, as
 * in Keras 3.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Maximum {}
