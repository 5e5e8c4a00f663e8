package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the largest value in each window over a sequence, for each channel: {@code y = max x}.
 *
 * <pre>x [b, positions, c]   →   y [b, windows, c]</pre>
 *
 * <p>An axis of {@code k} positions has {@code ⌊(k − poolSize) / strides⌋ + 1} windows, or {@code
 * ⌈k / strides⌉} with {@link Padding#SAME}.
 *
 * <p>Where several values are the largest, the first of them takes the gradient, as in TensorFlow
 * and PyTorch.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MaxPooling1D {
  /**
   * How many positions a window takes along each axis.
   *
   * @return one number, at least 1
   */
  int[] poolSize() default 2;

  /**
   * How far apart neighbouring windows begin.
   *
   * @return one number, at least 1; none for as far as {@link #poolSize}, so that windows do not
   *     overlap
   */
  int[] strides() default {};

  /**
   * Whether windows may reach beyond the sequence; what they find there is never the largest.
   * {@link Padding#CAUSAL} is for convolutions only.
   *
   * @return {@code VALID} or {@code SAME}
   */
  Padding padding() default Padding.VALID;
}
