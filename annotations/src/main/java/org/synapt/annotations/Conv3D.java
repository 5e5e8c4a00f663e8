package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Moves a window over a volume; each filter weighs whatever the window shows: {@code y =
 * activation(x ∗ W + b)}.
 *
 * <pre>
 * x [b, planes, rows, columns, channels]   W [window…, channels / groups, filters]   b [filters]
 *   →   y [b, planes', rows', columns', filters]
 * </pre>
 *
 * <p>A window of {@code n} rows spans {@code s = (n − 1) · dilation + 1} of them, and there are
 * {@code rows' = ⌊(rows − s) / stride⌋ + 1} windows, or {@code ⌈rows / stride⌉} with {@link
 * Padding#SAME}; so it is for planes and columns. The window is not mirrored, as in Keras.
 *
 * <p>Ji, Xu, Yang and Yu, 3D Convolutional Neural Networks for Human Action Recognition, 2013.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv3D {
  /**
   * The extent of the result's last axis.
   *
   * @return the number of filters, at least 1
   */
  int filters();

  /**
   * How many planes, rows and columns a window takes.
   *
   * @return one number for all, or one for each
   */
  int[] kernelSize();

  /**
   * How far apart neighbouring windows begin.
   *
   * @return one number for planes, rows and columns, or one for each
   */
  int[] strides() default 1;

  /**
   * What a window finds where it reaches beyond the volume.
   *
   * @return {@code VALID} or {@code SAME}
   */
  Padding padding() default Padding.VALID;

  /**
   * How far apart the positions are that a window takes. Above 1 it excludes strides above 1.
   *
   * @return one number for planes, rows and columns, or one for each
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
