package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * Normal numbers.
 *
 * <p>Element {@code i} depends on the key and on {@code i} alone, as in {@link RandomMask}: with
 * its {@code z}, before the last shift, it is the quantile of a uniform number.
 *
 * <pre>
 * k = (z ^ z &gt;&gt;&gt; 31) &gt;&gt; 32            signed: from −2³¹ up to 2³¹ − 1
 * u = ½ + (k + ½) / 2³²
 * y = mean + deviation · Φ⁻¹(u)       Φ⁻¹ within 1e-6 of itself, or within 1e-9
 * </pre>
 *
 * <p>So no number is further than 6.4 deviations from the mean.
 */
public interface RandomNormal extends Kernel {
  /**
   * Fills an array.
   *
   * @param count how many floats
   * @param mean the mean
   * @param deviation the standard deviation; with 0 every element is the mean, exactly
   * @param key what the draws depend on, besides the position
   * @param y [count], written
   */
  void fill(int count, float mean, float deviation, long key, Buffer y);
}
