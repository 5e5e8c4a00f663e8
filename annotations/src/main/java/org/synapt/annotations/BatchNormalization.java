package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives each feature a mean and a deviation that are learned: {@code y = γ · (x − μ) / √(σ² + ε) +
 * β}.
 *
 * <pre>x [b, …, k, …]   γ, β, μ, σ² [k]   →   y [b, …, k, …]</pre>
 *
 * <p>While training, {@code μ} and {@code σ²} are the mean and the variance of the batch, over its
 * examples and all axes but one, and the moving ones follow them: {@code moving = moving · momentum
 * + μ · (1 − momentum)}. While predicting and evaluating they are the moving ones, which are saved
 * with the network. The variance is that of the batch itself, divided by its count, in both places,
 * as in Keras; PyTorch moves towards the estimate that is divided by one less, and its momentum is
 * {@code 1 − momentum} here.
 *
 * <p>Steps that do not count, as {@link Masking} says, are part of mean and variance; Keras 3
 * leaves them out.
 *
 * <p>Ioffe and Szegedy, Batch Normalization: Accelerating Deep Network Training by Reducing
 * Internal Covariate Shift, 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BatchNormalization {
  /**
   * The axis of the features, each of which is normalized for itself. The batch does not count: 0
   * is the first declared axis, -1 the last, which is the quickest.
   *
   * @return the axis
   */
  int axis() default -1;

  /**
   * The share of the moving mean and variance that stays in each step. With 1 they stay as they
   * start.
   *
   * @return a number from 0 to 1
   */
  double momentum() default 0.99;

  /**
   * {@code ε}, which keeps from a division by 0.
   *
   * @return a small number above 0
   */
  double epsilon() default 1e-3;

  /**
   * Whether there is a {@code γ}.
   *
   * @return whether a scale is learned
   */
  boolean scale() default true;

  /**
   * Whether there is a {@code β}.
   *
   * @return whether a shift is learned
   */
  boolean center() default true;

  /**
   * How {@code γ} starts.
   *
   * @return the initializer of the scale
   */
  Initialize gammaInitializer() default @Initialize(Initializer.ONES);

  /**
   * How {@code β} starts.
   *
   * @return the initializer of the shift
   */
  Initialize betaInitializer() default @Initialize(Initializer.ZEROS);

  /**
   * How the moving mean starts.
   *
   * @return the initializer of the moving mean
   */
  Initialize movingMeanInitializer() default @Initialize(Initializer.ZEROS);

  /**
   * How the moving variance starts.
   *
   * @return the initializer of the moving variance
   */
  Initialize movingVarianceInitializer() default @Initialize(Initializer.ONES);

  /**
   * What {@code γ} adds to the loss.
   *
   * @return the regularizer of the scale
   */
  Regularize gammaRegularizer() default @Regularize;

  /**
   * What {@code β} adds to the loss.
   *
   * @return the regularizer of the shift
   */
  Regularize betaRegularizer() default @Regularize;

  /**
   * What {@code γ} is kept within.
   *
   * @return the constraint of the scale
   */
  Constrain gammaConstraint() default @Constrain(Constraint.NONE);

  /**
   * What {@code β} is kept within.
   *
   * @return the constraint of the shift
   */
  Constrain betaConstraint() default @Constrain(Constraint.NONE);

  /**
   * Whether {@code γ} and {@code β} are trained; see {@link Trainable}. A layer that is frozen
   * normalizes by the moving mean and variance while training too, and leaves them as they are, as
   * in Keras.
   *
   * @return false to freeze the layer
   */
  boolean trainable() default true;
}
