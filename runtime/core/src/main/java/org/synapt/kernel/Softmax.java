package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * Softmax and its logarithm along rows.
 *
 * <p>Stable for any finite x: the largest element is taken away first.
 */
public interface Softmax extends Kernel {
  /**
   * {@code y = exp(x) / Σ exp(x)}.
   *
   * @param rows the rows
   * @param n the columns, that sum to 1
   * @param x [rows, n], read
   * @param y [rows, n], written; may be x
   */
  void softmax(int rows, int n, Buffer x, Buffer y);

  /**
   * {@code dx = y · (dy − Σ y · dy)}.
   *
   * @param rows the rows
   * @param n the columns
   * @param y [rows, n], read: what softmax gave
   * @param dy [rows, n], read
   * @param dx [rows, n], written; may be dy
   */
  void softmaxGradient(int rows, int n, Buffer y, Buffer dy, Buffer dx);

  /**
   * {@code y = x − log Σ exp(x)}.
   *
   * @param rows the rows
   * @param n the columns
   * @param x [rows, n], read
   * @param y [rows, n], written; may be x
   */
  void logSoftmax(int rows, int n, Buffer x, Buffer y);

  /**
   * {@code dx = dy − exp(y) · Σ dy}.
   *
   * @param rows the rows
   * @param n the columns
   * @param y [rows, n], read: what logSoftmax gave
   * @param dy [rows, n], read
   * @param dx [rows, n], written; may be dy
   */
  void logSoftmaxGradient(int rows, int n, Buffer y, Buffer dy, Buffer dx);
}
