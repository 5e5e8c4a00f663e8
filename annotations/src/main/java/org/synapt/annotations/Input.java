package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A row that comes from outside.
 *
 * <p>In the body of a {@link Block} it stands for an operand of the block's row and has no shape of
 * its own.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Input {
  /**
   * The extents of one example, without the batch: {@code 784} or {@code {28, 28, 1}}.
   *
   * @return the extents; none in the body of a block
   */
  int[] shape() default {};
}
