package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes the mean of each channel over all positions of a sequence: {@code y = Σ x / n}.
 *
 * <pre>x [b, positions, c]   →   y [b, c], or [b, 1, c] with keepdims</pre>
 *
 * <p>Only steps that count, as {@link Masking} says, are averaged; where none does, y is 0.
 *
 * <p>In place of {@link Flatten} it leaves far fewer weights to the layer behind it: Lin, Chen and
 * Yan, Network In Network, 2013.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GlobalAveragePooling1D {
  /**
   * Whether the axes that are pooled stay, each with an extent of 1.
   *
   * @return false for a vector of the channels
   */
  boolean keepdims() default false;
}
