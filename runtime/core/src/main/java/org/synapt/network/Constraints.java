package org.synapt.network;

/**
 * What parameters are kept within: Keras 3's constraints. A norm is {@code n = √Σ w²} along an
 * axis.
 *
 * <p>Source: Keras 3, {@code keras/src/constraints/constraints.py}.
 */
public final class Constraints {
  private Constraints() {}

  /**
   * Norms of at most so much: {@code w · min(n, max) / (1e-7 + n)}.
   *
   * @param maxValue the largest norm; Keras's default is 2
   * @param axis the axis along which norms are taken, counted from 0
   * @return the constraint
   */
  public static Constraint maxNorm(float maxValue, int axis) {
    return minMaxNorm(0, maxValue, 1, axis);
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
   * @param axis the axis along which norms are taken, counted from 0
   * @return the constraint
   */
  public static Constraint unitNorm(int axis) {
    return minMaxNorm(1, 1, 1, axis);
  }

  /**
   * Norms within bounds, or on their way there: {@code w · (rate · clip(n, min, max) + (1 − rate) ·
   * n) / (1e-7 + n)}.
   *
   * @param minValue the smallest norm; Keras's default is 0
   * @param maxValue the largest norm; Keras's default is 1
   * @param rate how much of the way a norm is taken in one step; Keras's default is 1
   * @param axis the axis along which norms are taken, counted from 0
   * @return the constraint
   */
  public static Constraint minMaxNorm(float minValue, float maxValue, float rate, int axis) {
    return (kernel, shape, value) -> {
      int outer = 1;
      for (int i = 0; i < axis; i++) {
        outer *= shape[i];
      }
      int extent = shape[axis];
      int inner = value.length() / (outer * extent);
      kernel.norms(outer, extent, inner, minValue, maxValue, rate, value);
    };
  }
}
