package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/** Repeats values along a new axis: what {@link Reduce} takes away, given back. */
public interface Spread extends Kernel {
  /**
   * {@code y[o, e, i] = x[o, i]}.
   *
   * @param outer the extents before the axis, multiplied
   * @param extent the new axis
   * @param inner the extents after the axis, multiplied
   * @param x [outer, inner], read
   * @param y [outer, extent, inner], written; does not alias x
   */
  void spread(int outer, int extent, int inner, Buffer x, Buffer y);
}
