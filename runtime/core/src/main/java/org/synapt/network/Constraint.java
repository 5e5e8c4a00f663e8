package org.synapt.network;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Constrain;

/** What keeps a parameter within bounds. */
@FunctionalInterface
public interface Constraint {
  /**
   * Puts an array within the bounds; allocates nothing.
   *
   * @param kernel what does the work
   * @param shape the array's extents; read
   * @param value the array, read and written
   */
  void apply(Constrain kernel, int[] shape, Buffer value);
}
