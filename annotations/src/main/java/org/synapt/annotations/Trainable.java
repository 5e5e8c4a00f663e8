package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a row, of all that a block or a repeated row is made of too, whether it is trained:
 * {@code @Trainable(false) @Residual(units = 64) @Repeat(3) Tensor trunk();}.
 *
 * <p>Parameters of a frozen row stay as they are: they have no gradients, no regularizers, no
 * constraints, and optimizers keep nothing for them. What is frozen is so whatever the layers
 * inside say. On a row that returns {@link Layer} it is said of every row that applies it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Trainable {
  /**
   * Whether the row is trained.
   *
   * @return false to freeze it
   */
  boolean value();
}
