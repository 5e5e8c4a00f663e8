package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/** Copies a range of columns between matrices of different width. */
public interface Copy extends Kernel {
  /**
   * {@code y[i, yAt + j] = x[i, xAt + j]} for i below rows and j below columns.
   *
   * @param rows the rows of both matrices
   * @param columns how many columns are copied
   * @param x [rows, xColumns], read
   * @param xAt the first column read
   * @param xColumns the width of x
   * @param y [rows, yColumns], written in the copied columns only; does not alias x
   * @param yAt the first column written
   * @param yColumns the width of y
   */
  void columns(
      int rows, int columns, Buffer x, int xAt, int xColumns, Buffer y, int yAt, int yColumns);
}
