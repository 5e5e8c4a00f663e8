package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * The mask of dropout: {@code 1 / (1 − rate)} where a value is kept, 0 where it is dropped; and
 * that of alpha dropout.
 *
 * <p>Element {@code i} depends on the key and on {@code i} alone, so that every backend, with any
 * number of threads, drops the same values. It is dropped where {@code u < rate}, computed in
 * 64-bit integers that wrap around:
 *
 * <pre>
 * z = key + (i + 1) · 9E3779B97F4A7C15
 * z = (z ^ z &gt;&gt;&gt; 30) · BF58476D1CE4E5B9
 * z = (z ^ z &gt;&gt;&gt; 27) · 94D049BB133111EB
 * u = ((z ^ z &gt;&gt;&gt; 31) &gt;&gt;&gt; 40) / 2²⁴
 * </pre>
 *
 * <p>Source: SplitMix64, in Steele, Lea, Flood, Fast splittable pseudorandom number generators,
 * OOPSLA 2014, figure 17.
 */
public interface RandomMask extends Kernel {
  /**
   * Fills a mask.
   *
   * @param count how many floats
   * @param rate the share that is 0, from 0 up to but not 1
   * @param key what the draws depend on, besides the position
   * @param y [count], written
   */
  void fill(int count, float rate, long key, Buffer y);

  /**
   * Fills what an alpha dropout multiplies with and adds, {@code y = x · scale + shift}: it drops
   * the values that {@link #fill} would drop for the key, and keeps mean 0 and deviation 1. With
   * {@code α′ = −1.7580993408473766}, which is −λα of selu, and {@code q = 1 − rate}:
   *
   * <pre>
   * a = (q + α′² · q · rate)^(−½)   b = −a · rate · α′
   * scale = a   shift = b            where a value is kept
   * scale = 0   shift = a · α′ + b   where it is dropped
   * </pre>
   *
   * <p>At rate 0 that is 1 and 0, exactly.
   *
   * <p>Source: Klambauer, Unterthiner, Mayr and Hochreiter, Self-Normalizing Neural Networks, 2017,
   * section “New Dropout Technique”.
   *
   * @param count how many floats
   * @param rate the share that is dropped, from 0 up to but not 1
   * @param key what the draws depend on, besides the position
   * @param scale [count], written
   * @param shift [count], written
   */
  void fillAlpha(int count, float rate, long key, Buffer scale, Buffer shift);
}
