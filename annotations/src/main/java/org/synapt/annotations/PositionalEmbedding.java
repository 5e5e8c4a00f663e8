package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A vector for each whole number, such as that of a word, plus one for the step at which it stands:
 * {@code y[t] = tokens[x[t]] + positions[t]}.
 *
 * <pre>
 * x [b, T], whole numbers   tokens [inputDim, outputDim]   positions [sequenceLength, outputDim]
 * →   y [b, T, outputDim], T up to sequenceLength
 * </pre>
 *
 * <p>It stands directly behind an {@link Input} of one axis, which holds whole numbers from 0 up
 * to, but not, {@link #inputDim} because of that. Where {@code T} is {@link Input#ANY}, a batch
 * that is longer than {@link #sequenceLength} is refused.
 *
 * <p>Chollet, Deep Learning with Python, 2nd ed., 2021, listing 11.24.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PositionalEmbedding {
  /**
   * How many steps a sequence has at most.
   *
   * @return the number of positions, at least 1
   */
  int sequenceLength();

  /**
   * How many numbers there are: one more than the largest.
   *
   * @return the number of tokens, at most 2²⁴: to there floats count one by one
   */
  int inputDim();

  /**
   * How long a vector is.
   *
   * @return the number of columns
   */
  int outputDim();

  /**
   * How the vectors start, of tokens and of positions.
   *
   * @return the initializer of both
   */
  Initialize embeddingsInitializer() default
      @Initialize(value = Initializer.RANDOM_UNIFORM, low = -0.05, high = 0.05);

  /**
   * What the vectors add to the loss, of tokens and of positions. With a regularizer, every step
   * moves every row.
   *
   * @return the regularizer of both
   */
  Regularize embeddingsRegularizer() default @Regularize;

  /**
   * What the vectors are kept within, of tokens and of positions. With a constraint, every step
   * moves every row.
   *
   * @return the constraint of both
   */
  Constrain embeddingsConstraint() default @Constrain(Constraint.NONE);

  /**
   * Whether 0 stands where a sequence has ended: recurrent rows, attention and losses then leave
   * those steps out. So the book has it; an {@link Embedding} has to say it.
   *
   * @return false if 0 is a number like others
   */
  boolean maskZero() default true;

  /**
   * Whether the vectors are trained; see {@link Trainable}.
   *
   * @return false to freeze them
   */
  boolean trainable() default true;
}
