package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/** Class numbers as rows with a single 1. */
public interface OneHot extends Kernel {
  /**
   * {@code y[i, j] = 1} where {@code j = x[i]}, else 0.
   *
   * @param rows the rows
   * @param n the classes
   * @param x [rows], read: whole numbers from 0 up to n
   * @param y [rows, n], written; does not alias x
   */
  void encode(int rows, int n, Buffer x, Buffer y);
}
