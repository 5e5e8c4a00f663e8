package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An initializer with its own numbers: {@code @Initialize(HE_NORMAL)}, {@code @Initialize(value =
 * RANDOM_UNIFORM, low = -0.1, high = 0.1)}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Initialize {
  /** How {@link Initializer#VARIANCE_SCALING} counts what a parameter joins. */
  enum Mode {
    /** The number of values a result is made of. */
    FAN_IN,
    /** The number of results a value is used for. */
    FAN_OUT,
    /** The mean of the two. */
    FAN_AVG
  }

  /** What {@link Initializer#VARIANCE_SCALING} draws from. */
  enum Distribution {
    /** Normal, cut at two deviations. */
    NORMAL,
    /** Uniform. */
    UNIFORM
  }

  /**
   * The initializer.
   *
   * @return the initializer
   */
  Initializer value();

  /**
   * The smallest number of a {@link Initializer#RANDOM_UNIFORM}.
   *
   * @return the lower bound
   */
  double low() default -0.05;

  /**
   * The largest number of a {@link Initializer#RANDOM_UNIFORM}.
   *
   * @return the upper bound
   */
  double high() default 0.05;

  /**
   * The mean of a normal.
   *
   * @return the mean
   */
  double mean() default 0;

  /**
   * The deviation of a normal.
   *
   * @return the deviation, above 0
   */
  double stddev() default 0.05;

  /**
   * The number of a {@link Initializer#CONSTANT}.
   *
   * @return the number
   */
  double constant() default 0;

  /**
   * The factor of {@link Initializer#ORTHOGONAL} and {@link Initializer#IDENTITY}.
   *
   * @return the factor
   */
  double gain() default 1;

  /**
   * The variance of a {@link Initializer#VARIANCE_SCALING}, times what it joins.
   *
   * @return the scale, above 0
   */
  double scale() default 1;

  /**
   * How a {@link Initializer#VARIANCE_SCALING} counts.
   *
   * @return the mode
   */
  Mode mode() default Mode.FAN_IN;

  /**
   * What a {@link Initializer#VARIANCE_SCALING} draws from.
   *
   * @return the distribution
   */
  Distribution distribution() default Distribution.NORMAL;
}
