package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Every unit sees every value of the last axis: {@code y = activation(x · W + b)}.
 *
 * <pre>x [b, …, in]   W [in, units]   b [units]   →   y [b, …, units]</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dense {
  /**
   * The extent of the result's last axis.
   *
   * @return the number of units, at least 1
   */
  int units();

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
