package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the largest value of each channel over all positions of a sequence: {@code y = max x}.
 *
 * <pre>x [b, positions, c]   →   y [b, c], or [b, 1, c] with keepdims</pre>
 *
 * <p>Where several positions have the largest value, they share the gradient, as with TensorFlow's
 * {@code reduce_max}; in a {@link MaxPooling1D} the first of them takes it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GlobalMaxPooling1D {
  /**
   * Whether the axes that are pooled stay, each with an extent of 1.
   *
   * @return false for a vector of the channels
   */
  boolean keepdims() default false;
}
