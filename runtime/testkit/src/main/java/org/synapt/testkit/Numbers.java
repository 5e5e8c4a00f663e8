package org.synapt.testkit;

import java.util.List;
import java.util.Random;

/** Sizes and floats to test with. */
final class Numbers {
  /** Awkward sizes: alone, below, beside and above the widths of vectors and tiles. */
  static final List<Integer> SIZES = List.of(1, 7, 13, 64, 207);

  /** What breaks shortcuts. */
  static final float[] EXTREMES = {
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    1e30f,
    -1e30f,
    Float.MIN_VALUE,
    1e-40f,
    0f,
    -0f,
    1f
  };

  private Numbers() {}

  /** Normally distributed; the same length gives the same floats. */
  static float[] normal(int length) {
    return normal(length, 0);
  }

  /** Normally distributed; the same length and seed give the same floats. */
  static float[] normal(int length, int seed) {
    Random random = new Random(31L * seed + length);
    float[] floats = new float[length];
    for (int i = 0; i < length; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    return floats;
  }
}
