package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/** Keeps numbers within bounds, where they lie. */
public interface Constrain extends Kernel {
  /** Keeps a division by a norm of 0 from being one by 0; Keras's {@code epsilon}. */
  float EPSILON = 1e-7f;

  /**
   * Scales what lies along one axis, seen as the middle one of three, by its norm.
   *
   * <pre>
   * n = √Σ x²   along the axis
   * x = x · (rate · min(max(n, least), most) + (1 − rate) · n) / (1e-7 + n)
   * </pre>
   *
   * <p>Sums have one order, whatever the number of threads; where {@code inner} is 1 a backend may
   * add in several lanes.
   *
   * @param outer the extents before the axis, multiplied
   * @param extent the axis
   * @param inner the extents after the axis, multiplied
   * @param least the smallest norm wanted
   * @param most the largest norm wanted
   * @param rate how much of the way there a norm is taken, from 0 to 1
   * @param x [outer, extent, inner], read and written
   */
  void norms(int outer, int extent, int inner, float least, float most, float rate, Buffer x);

  /**
   * {@code x = max(x, 0)}.
   *
   * @param count how many floats
   * @param x [count], read and written
   */
  void nonNegative(int count, Buffer x);
}
