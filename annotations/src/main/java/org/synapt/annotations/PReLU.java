package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@code y = x} above 0, else {@code alpha · x}, where {@code alpha} is learned.
 *
 * <pre>x [b, …]   alpha […]   →   y [b, …]</pre>
 *
 * <p>He et al., Delving Deep into Rectifiers, 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PReLU {
  /**
   * How {@code alpha} starts.
   *
   * @return the initializer of alpha
   */
  Initialize alphaInitializer() default @Initialize(Initializer.ZEROS);

  /**
   * Axes along which one slope serves all positions. The batch does not count: {@code {0, 1}}
   * leaves one slope for each channel of an image, which Keras writes {@code shared_axes=[1, 2]}.
   *
   * @return the shared axes
   */
  int[] sharedAxes() default {};

  /**
   * What {@code alpha} adds to the loss.
   *
   * @return the regularizer of alpha
   */
  Regularize alphaRegularizer() default @Regularize;

  /**
   * What {@code alpha} is kept within.
   *
   * @return the constraint of alpha
   */
  Constrain alphaConstraint() default @Constrain(Constraint.NONE);

  /**
   * Whether {@code alpha} is trained; see {@link Trainable}.
   *
   * @return false to freeze it
   */
  boolean trainable() default true;
}
