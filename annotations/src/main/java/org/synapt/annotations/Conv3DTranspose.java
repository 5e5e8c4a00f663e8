package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Writes a window into a larger volume for each position of a smaller one; what overlaps is added:
 * {@code y = activation(x ∗ᵀ W + b)}.
 *
 * <pre>
 * x [b, planes, rows, columns, channels]   W [window…, filters, channels]   b [filters]
 *   →   y [b, planes', rows', columns', filters]
 * </pre>
 *
 * <p>It leads from the result of a convolution of the same attributes back to the shape of its
 * operand, and is the gradient of that convolution. A window of {@code n} planes spans {@code s =
 * (n − 1) · dilation + 1}, and the result has
 *
 * <pre>
 * VALID   planes' = (planes − 1) · stride + s + outputPadding           if stated
 *         planes' = (planes − 1) · stride + max(s, stride)
 * SAME    planes' = (planes − 1) · stride + s mod 2 + outputPadding     if stated
 *         planes' = planes · stride
 * </pre>
 *
 * <p>of them; so it is for rows and columns. With {@code SAME}, what windows reach beyond that is
 * cut off on both sides; where it is odd, one more is cut off behind, as in TensorFlow.
 *
 * <p>Dumoulin and Visin, A guide to convolution arithmetic for deep learning, 2016, section 4.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv3DTranspose {
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
   * How far apart neighbouring windows begin in the result.
   *
   * @return one number for planes, rows and columns, or one for each
   */
  int[] strides() default 1;

  /**
   * Whether the result keeps all that windows write, or is cut to {@code stride} planes, rows and
   * columns for each of the operand's.
   *
   * @return {@code VALID} or {@code SAME}
   */
  Padding padding() default Padding.VALID;

  /**
   * How many planes, rows and columns are added at the end of the result. Several extents give a
   * convolution with strides equally many windows; this says which of them is meant.
   *
   * @return one number for all, or one for each, less than the strides; none for as many as the
   *     strides say
   */
  int[] outputPadding() default {};

  /**
   * How far apart the positions are that a window takes. Above 1 it excludes strides above 1.
   *
   * @return one number for planes, rows and columns, or one for each
   */
  int[] dilationRate() default 1;

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
