package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/** Puts axes in another order. */
public interface Permute extends Kernel {
  /**
   * Axis {@code i} of each example of y is axis {@code order[i]} of x.
   *
   * @param batch the number of examples
   * @param extents the extents of an example of x, read
   * @param order a permutation of its axes, read
   * @param x read
   * @param y written; does not alias x
   */
  void permute(int batch, int[] extents, int[] order, Buffer x, Buffer y);
}
