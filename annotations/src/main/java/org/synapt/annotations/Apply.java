package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Applies a layer that a row above declares: {@code @Apply Tensor code(Layer encoder, Tensor
 * left)}.
 *
 * <p>The first operand is the row that returns {@link Layer}, the others are what it is applied to.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Apply {}
