package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Moves a window over a sequence and weighs what it shows of each channel by itself, then at each
 * position all of these together: {@code y = activation((x ∗ D) · P + b)}.
 *
 * <pre>
 * x [b, positions, channels]   D [window, channels, depthMultiplier]
 *   P [1, channels · depthMultiplier, filters]   b [filters]   →   y [b, positions', filters]
 * </pre>
 *
 * <p>A window of {@code n} positions spans {@code s = (n − 1) · dilation + 1} of them, and there
 * are {@code positions' = ⌊(positions − s) / stride⌋ + 1} windows, or {@code ⌈positions / stride⌉}
 * with {@link Padding#SAME} and {@link Padding#CAUSAL}. It has far fewer weights than a {@link
 * Conv1D}.
 *
 * <p>Causal windows are as in Keras 2; Keras 3 has none here.
 *
 * <p>Chollet, Xception: Deep Learning with Depthwise Separable Convolutions, 2017.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SeparableConv1D {
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
   * How many filters there are for each channel.
   *
   * @return a number, at least 1
   */
  int depthMultiplier() default 1;

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
   * How {@code D} starts.
   *
   * @return the initializer of the depthwise weight
   */
  Initialize depthwiseInitializer() default @Initialize(Initializer.GLOROT_UNIFORM);

  /**
   * How {@code P} starts.
   *
   * @return the initializer of the pointwise weight
   */
  Initialize pointwiseInitializer() default @Initialize(Initializer.GLOROT_UNIFORM);

  /**
   * How {@code b} starts.
   *
   * @return the initializer of the bias
   */
  Initialize biasInitializer() default @Initialize(Initializer.ZEROS);

  /**
   * What {@code D} adds to the loss.
   *
   * @return the regularizer of the depthwise weight
   */
  Regularize depthwiseRegularizer() default @Regularize;

  /**
   * What {@code P} adds to the loss.
   *
   * @return the regularizer of the pointwise weight
   */
  Regularize pointwiseRegularizer() default @Regularize;

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
   * What {@code D} is kept within.
   *
   * @return the constraint of the depthwise weight
   */
  Constrain depthwiseConstraint() default @Constrain(Constraint.NONE);

  /**
   * What {@code P} is kept within.
   *
   * @return the constraint of the pointwise weight
   */
  Constrain pointwiseConstraint() default @Constrain(Constraint.NONE);

  /**
   * What {@code b} is kept within.
   *
   * @return the constraint of the bias
   */
  Constrain biasConstraint() default @Constrain(Constraint.NONE);

  /**
   * Whether {@code D}, {@code P} and {@code b} are trained; see {@link Trainable}.
   *
   * @return false to freeze them
   */
  boolean trainable() default true;
}
