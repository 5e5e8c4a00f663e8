package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * Applies a {@link Formula} to every element.
 *
 * <pre>x [rows, columns] or [columns]   →   y [rows, columns]</pre>
 *
 * <p>Of the operands, read, the formula's values come first and its vectors after. {@code y},
 * written, may be any operand of its own shape, from the same first float.
 */
public interface Pointwise extends Kernel {
  /**
   * {@code y = f(x)}.
   *
   * @param rows the rows of y
   * @param columns the columns of y
   * @param f the formula
   * @param y written
   * @param x read
   */
  void apply(int rows, int columns, Formula f, Buffer y, Buffer x);

  /**
   * {@code y = f(x0, x1)}.
   *
   * @param rows the rows of y
   * @param columns the columns of y
   * @param f the formula
   * @param y written
   * @param x0 read
   * @param x1 read
   */
  void apply(int rows, int columns, Formula f, Buffer y, Buffer x0, Buffer x1);

  /**
   * {@code y = f(x0, x1, x2)}.
   *
   * @param rows the rows of y
   * @param columns the columns of y
   * @param f the formula
   * @param y written
   * @param x0 read
   * @param x1 read
   * @param x2 read
   */
  void apply(int rows, int columns, Formula f, Buffer y, Buffer x0, Buffer x1, Buffer x2);

  /**
   * {@code y = f(x[0], x[1], …)}.
   *
   * @param rows the rows of y
   * @param columns the columns of y
   * @param f the formula
   * @param y written
   * @param x read
   */
  void apply(int rows, int columns, Formula f, Buffer y, Buffer[] x);
}
