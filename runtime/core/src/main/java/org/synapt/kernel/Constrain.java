package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/** Keeps numbers within bounds, where they lie. */
public interface Constrain extends Kernel {
  /** Keeps a division by a norm of 0 from being one by 0; Keras's {@code epsilon}. */
  float EPSILON = 1e-7f;

  /**
   * Scales what lies along some axes by its norm.
   *
   * <pre>
   * n = √Σ x²   along the axes
   * x = x · (rate · min(max(n, least), most) + (1 − rate) · n) / (1e-7 + n)
   * </pre>
   *
   * <p>Sums have one order, whatever the number of threads: that of memory, but that along the last
   * axis a backend may add in several lanes.
   *
   * @param shape the extents of x; read
   * @param axes along which norms are taken, one or more, in ascending order; read
   * @param least the smallest norm wanted
   * @param most the largest norm wanted
   * @param rate how much of the way there a norm is taken, from 0 to 1
   * @param x of that shape, read and written
   */
  void norms(int[] shape, int[] axes, float least, float most, float rate, Buffer x);

  /**
   * {@code x = max(x, 0)}.
   *
   * @param count how many floats
   * @param x [count], read and written
   */
  void nonNegative(int count, Buffer x);
}
