package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Moves a window over a sequence; each filter weighs whatever the window shows: {@code y =
 * activation(x ∗ W + b)}.
 *
 * <pre>
 * x [b, positions, channels]   W [window, channels / groups, filters]   b [filters]
 *   →   y [b, positions', filters]
 * </pre>
 *
 * <p>A window of {@code n} positions spans {@code s = (n − 1) · dilation + 1} of them, and there
 * are {@code positions' = ⌊(positions − s) / stride⌋ + 1} windows, or {@code ⌈positions / stride⌉}
 * with {@link Padding#SAME} and {@link Padding#CAUSAL}. The window is not mirrored, as in Keras.
 *
 * <p>Causal windows: van den Oord et al., WaveNet, 2016, section 2.1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv1D {
  /**
   * The extent of the result's last axis.
   *
   * @return the number of filters, at least 1
   */
  int filters();

  /**
   * How many positions a window takes.
   *
   * @return one number, at least 1
   */
  int[] kernelSize();

  /**
   * How far apart neighbouring windows begin.
   *
   * @return one number, at least 1
   */
  int[] strides() default 1;

  /**
   * What a window finds where it reaches beyond the sequence.
   *
   * @return {@code VALID}, {@code SAME} or {@code CAUSAL}
   */
  Padding padding() default Padding.VALID;

  /**
   * How far apart the positions are that a window takes. Above 1 it excludes strides above 1.
   *
   * @return one number, at least 1
   */
  int[] dilationRate() default 1;

  /**
   * In how many parts channels and filters are split, one behind the other; a filter sees only the
   * channels of its own part.
   *
   * @return a number that divides channels and filters
   */
  int groups() default 1;

  /**
   * What is applied to the sum.
   *
   * @return the activation
   */
  ActivationFunction activation() default ActivationFunction.LINEAR;

  /**
   * Whether there is a {@code b}.
   *
   * @return whether a bias is added
   */
  boolean useBias() default true;

  /**
   * How {@code W} starts.
   *
   * @return the initializer of the weight
   */
  Initialize kernelInitializer() default @Initialize(Initializer.GLOROT_UNIFORM);

  /**
   * How {@code b} starts.
   *
   * @return the initializer of the bias
   */
  Initialize biasInitializer() default @Initialize(Initializer.ZEROS);

  /**
   * What {@code W} adds to the loss.
   *
   * @return the regularizer of the weight
   */
  Regularize kernelRegularizer() default @Regularize;

  /**
   * What {@code b} adds to the loss.
   *
   * @return the regularizer of the bias
   */
  Regularize biasRegularizer() default @Regularize;

  /**
   * What {@code y} adds to the loss.
   *
   * @return the regularizer of the result
   */
  Regularize activityRegularizer() default @Regularize;

  /**
   * What {@code W} is kept within.
   *
   * @return the constraint of the weight
   */
  Constrain kernelConstraint() default @Constrain(Constraint.NONE);

  /**
   * What {@code b} is kept within.
   *
   * @return the constraint of the bias
   */
  Constrain biasConstraint() default @Constrain(Constraint.NONE);

  /**
   * Whether {@code W} and {@code b} are trained; see {@link Trainable}.
   *
   * @return false to freeze them
   */
  boolean trainable() default true;
}
