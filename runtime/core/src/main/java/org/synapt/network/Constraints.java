package org.synapt.network;

import java.util.Arrays;

/**
 * What parameters are kept within: Keras 3's constraints. A norm is {@code n = √Σ w²} along one
 * axis or more: of a convolution's weight {@code [rows, columns, in, out]} the axes 0, 1 and 2 join
 * what one filter has.
 *
 * <p>Source: Keras 3, {@code keras/src/constraints/constraints.py}.
 */
public final class Constraints {
  private Constraints() {}

  /**
   * Norms of at most so much: {@code w · min(n, max) / (1e-7 + n)}.
   *
   * @param maxValue the largest norm; Keras's default is 2
   * @param axes the axes along which norms are taken, counted from 0; Keras's default is 0
   * @return the constraint
   * @throws IllegalArgumentException if there is no axis, one below 0 or the same one twice
   */
  public static Constraint maxNorm(float maxValue, int... axes) {
    return minMaxNorm(0, maxValue, 1, axes);
  }

  /**
   * No number below 0: {@code max(w, 0)}.
   *
   * @return the constraint
   */
  public static Constraint nonNeg() {
    return (kernel, shape, value) -> kernel.nonNegative(value.length(), value);
  }

  /**
   * Norms of 1: {@code w / (1e-7 + n)}.
   *
   * @param axes the axes along which norms are taken, counted from 0; Keras's default is 0
   * @return the constraint
   * @throws IllegalArgumentException if there is no axis, one below 0 or the same one twice
   */
  public static Constraint unitNorm(int... axes) {
    return minMaxNorm(1, 1, 1, axes);
  }

  /**
   * Norms within bounds, or on their way there: {@code w · (rate · clip(n, min, max) + (1 − rate) ·
   * n) / (1e-7 + n)}.
   *
   * @param minValue the smallest norm; Keras's default is 0
   * @param maxValue the largest norm; Keras's default is 1
   * @param rate how much of the way a norm is taken in one step; Keras's default is 1
   * @param axes the axes along which norms are taken, counted from 0; Keras's default is 0
   * @return the constraint
   * @throws IllegalArgumentException if there is no axis, one below 0 or the same one twice
   */
  public static Constraint minMaxNorm(float minValue, float maxValue, float rate, int... axes) {
    int[] sorted = sorted(axes);
    int last = sorted[sorted.length - 1];
    return (kernel, shape, value) -> {
      if (last >= shape.length) {
        throw new IllegalArgumentException(
            "a norm along axis " + last + " of " + Arrays.toString(shape) + ", which has none");
      }
      kernel.norms(shape, sorted, minValue, maxValue, rate, value);
    };
  }

  private static int[] sorted(int... axes) {
    int[] sorted = axes.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      if (sorted[i] < 0 || i > 0 && sorted[i] == sorted[i - 1]) {
        throw new IllegalArgumentException(
            "norms along " + Arrays.toString(axes) + ": axes count from 0, each is named once");
      }
    }
    if (sorted.length == 0) {
      throw new IllegalArgumentException("norms along no axis; a norm needs one or more");
    }
    return sorted;
  }
}
