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
}
