package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/** Zeros around each example, and what is left without its margins. */
public interface ZeroPadding extends Kernel {
  /**
   * {@code y = x} with so many zeros around it.
   *
   * @param batch the number of examples
   * @param extents the extents of an example of x, read
   * @param padding before and after, for each axis, read
   * @param x read
   * @param y written, all of it; does not alias x
   */
  void pad(int batch, int[] extents, int[] padding, Buffer x, Buffer y);

  /**
   * {@code y = x} without so much of its margins.
   *
   * @param batch the number of examples
   * @param extents the extents of an example of y, read
   * @param padding before and after, for each axis: what x has more than y, read
   * @param x read
   * @param y written; does not alias x
   */
  void crop(int batch, int[] extents, int[] padding, Buffer x, Buffer y);
}
