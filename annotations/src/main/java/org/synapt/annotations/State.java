package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A state that a recurrent row ended with: {@code @State(CELL) Tensor c(Tensor code);}, where
 * {@code code} is an {@link LSTM}, a {@link GRU} or a {@link SimpleRNN} of {@code u} units.
 *
 * <pre>→   y [b, u], or [b, 2u] of both directions of a {@link Bidirectional} row</pre>
 *
 * <p>It is Keras's {@code return_state}: what another recurrent row can begin with, as its further
 * operands. It can be had whether the row gives its sequence or not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface State {
  /**
   * Which of the states.
   *
   * @return the state
   */
  StateKind value() default StateKind.HIDDEN;

  /**
   * Of which direction, where the row reads in both.
   *
   * @return the direction
   */
  Direction direction() default Direction.BOTH;
}
