package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives each example the mean 0 and the deviation 1, and each feature its own scale and shift:
 * {@code y = γ · (x − μ) / √(σ² + ε) + β}.
 *
 * <pre>x [b, …]   γ, β [the extents of those axes]   →   y [b, …]</pre>
 *
 * <p>{@code μ} and {@code σ²} are the mean and the variance of each example over some axes, for
 * each position along the others; so it does the same while training and while predicting.
 *
 * <p>Ba, Kiros and Hinton, Layer Normalization, 2016.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LayerNormalization {
  /**
   * The axes over which mean and variance are taken, in any order. The batch does not count: 0 is
   * the first declared axis, -1 the last.
   *
   * @return one axis or more
   */
  int[] axis() default -1;

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
   * Whether {@code γ} and {@code β} are trained; see {@link Trainable}.
   *
   * @return false to freeze them
   */
  boolean trainable() default true;
}
