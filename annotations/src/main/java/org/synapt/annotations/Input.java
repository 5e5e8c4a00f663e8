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
   * An extent that each batch decides, such as the steps of a sequence: {@code shape = {ANY, 16}}.
   *
   * <p>Wherever it stands in a network it is the same number, in every input of a batch; from one
   * batch to the next it may differ.
   */
  int ANY = -1;

  /** Another extent that each batch decides, which need not be {@link #ANY}. */
  int ANY_2 = -2;

  /** A third extent that each batch decides, which need be neither of the others. */
  int ANY_3 = -3;

  /**
   * The extents of one example, without the batch: {@code 784}, {@code {28, 28, 1}} or {@code {ANY,
   * 16}}.
   *
   * @return the extents; none in the body of a block
   */
  int[] shape() default {};

  /**
   * The most examples of a batch, which layers with {@code stateful = true} need to know: they keep
   * a state for each.
   *
   * @return the number of examples; 0 where any batch will do
   */
  int batchSize() default 0;
}
