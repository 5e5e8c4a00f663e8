package org.synapt.annotations;

/**
 * How a parameter starts. {@code in} and {@code out} are how many values a parameter joins: for a
 * dense weight its rows and columns; for a convolution's {@code [window…, in, out]} its last two
 * extents, each times the positions of the window.
 *
 * <p>Formulas and constants: Keras 2, {@code initializers}.
 */
public enum Initializer {
  /** All 0. */
  ZEROS,
  /** All 1. */
  ONES,
  /** All {@link Initialize#constant()}. */
  CONSTANT,
  /** Normal with {@link Initialize#mean()} and {@link Initialize#stddev()}. */
  RANDOM_NORMAL,
  /** Uniform between {@link Initialize#low()} and {@link Initialize#high()}. */
  RANDOM_UNIFORM,
  /** Normal, drawn again where further than two deviations from the mean. */
  TRUNCATED_NORMAL,
  /**
   * By {@link Initialize#scale()}, {@link Initialize#mode()}, {@link Initialize#distribution()}.
   */
  VARIANCE_SCALING,
  /** Rows or columns at right angles, times {@link Initialize#gain()}; Saxe et al. 2013. */
  ORTHOGONAL,
  /**
   * The unit matrix times {@link Initialize#gain()}; in a convolution at the middle of the window.
   */
  IDENTITY,
  /** Normal of {@code √(1 / in)}, drawn again beyond two of these, as in Keras 2. */
  LECUN_NORMAL,
  /** Uniform within {@code ±√(3 / in)}. */
  LECUN_UNIFORM,
  /** As {@link #LECUN_NORMAL}, with {@code √(2 / (in + out))}; Glorot and Bengio 2010. */
  GLOROT_NORMAL,
  /** Uniform within {@code ±√(6 / (in + out))}; Glorot and Bengio 2010. */
  GLOROT_UNIFORM,
  /** As {@link #LECUN_NORMAL}, with {@code √(2 / in)}; He et al. 2015. */
  HE_NORMAL,
  /** Uniform within {@code ±√(6 / in)}; He et al. 2015. */
  HE_UNIFORM
}
