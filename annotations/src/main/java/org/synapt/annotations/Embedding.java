package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@code y[i] = embeddings[x[i]]}: a vector for each whole number, such as that of a word.
 *
 * <pre>x [b, …], whole numbers   embeddings [inputDim, outputDim]   →   y [b, …, outputDim]</pre>
 *
 * <p>It stands directly behind an {@link Input}, which holds whole numbers from 0 up to, but not,
 * {@link #inputDim} because of that: other data are refused. While it trains, a step moves the rows
 * that it uses, and the others when they are used next, with the same result as if all were moved.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Embedding {
  /**
   * How many numbers there are: one more than the largest. Where {@link #maskZero} says that 0 is
   * none, it counts the 0 still.
   *
   * @return the number of rows, at most 2²⁴: to there floats count one by one
   */
  int inputDim();

  /**
   * How long a vector is.
   *
   * @return the number of columns
   */
  int outputDim();

  /**
   * How the vectors start.
   *
   * @return the initializer of the embeddings
   */
  Initialize embeddingsInitializer() default
      @Initialize(value = Initializer.RANDOM_UNIFORM, low = -0.05, high = 0.05);

  /**
   * What the embeddings add to the loss. With a regularizer, every step moves every row.
   *
   * @return the regularizer of the embeddings
   */
  Regularize embeddingsRegularizer() default @Regularize;

  /**
   * What the embeddings are kept within. With a constraint, every step moves every row.
   *
   * @return the constraint of the embeddings
   */
  Constrain embeddingsConstraint() default @Constrain(Constraint.NONE);

  /**
   * What the result adds to the loss.
   *
   * @return the regularizer of the result
   */
  Regularize activityRegularizer() default @Regularize;

  /**
   * Whether 0 stands where a sequence has ended: recurrent rows, attention and losses then leave
   * those steps out.
   *
   * @return true if 0 is no number like others
   */
  boolean maskZero() default false;

  /**
   * Whether the embeddings are trained; see {@link Trainable}.
   *
   * @return false to freeze them
   */
  boolean trainable() default true;
}
