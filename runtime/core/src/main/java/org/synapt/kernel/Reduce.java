package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * Reduces one axis, seen as the middle one of three.
 *
 * <pre>x [outer, extent, inner]   →   y [outer, inner]</pre>
 *
 * <p>Sums have one order, whatever the number of threads; where {@code inner} is 1 a backend may
 * add in several lanes. {@code y} does not alias {@code x}.
 */
public interface Reduce extends Kernel {
  /**
   * {@code y = Σ x}.
   *
   * @param outer the extents before the axis, multiplied
   * @param extent the axis
   * @param inner the extents after the axis, multiplied
   * @param x read
   * @param y written
   */
  void sum(int outer, int extent, int inner, Buffer x, Buffer y);

  /**
   * {@code y = y + Σ x}.
   *
   * @param outer the extents before the axis, multiplied
   * @param extent the axis
   * @param inner the extents after the axis, multiplied
   * @param x read
   * @param y added to
   */
  void sumAdd(int outer, int extent, int inner, Buffer x, Buffer y);

  /**
   * {@code y = max x}.
   *
   * @param outer the extents before the axis, multiplied
   * @param extent the axis
   * @param inner the extents after the axis, multiplied
   * @param x read
   * @param y written
   */
  void max(int outer, int extent, int inner, Buffer x, Buffer y);
}
