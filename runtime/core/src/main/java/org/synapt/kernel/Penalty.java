package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * What numbers add to the loss by being large, {@code l1 · Σ|x| + l2 · Σx²}, and its gradient.
 *
 * <p>A weight of 0 leaves its term out, whatever x is. Sums have one order, whatever the number of
 * threads; a backend may add in blocks and lanes. No buffer aliases another.
 */
public interface Penalty extends Kernel {
  /**
   * {@code y = l1 · Σ|x| + l2 · Σx²}.
   *
   * @param count how many floats
   * @param l1 the weight of absolute values
   * @param l2 the weight of squares
   * @param x [count], read
   * @param y [1], written
   */
  void sum(int count, float l1, float l2, Buffer x, Buffer y);

  /**
   * {@code dx = l1 · sign(x) + 2 · l2 · x}; the sign of 0 is 0.
   *
   * @param count how many floats
   * @param l1 the weight of absolute values
   * @param l2 the weight of squares
   * @param x [count], read
   * @param dx [count], written
   */
  void gradient(int count, float l1, float l2, Buffer x, Buffer dx);

  /**
   * {@code dx = dx + l1 · sign(x) + 2 · l2 · x}.
   *
   * @param count how many floats
   * @param l1 the weight of absolute values
   * @param l2 the weight of squares
   * @param x [count], read
   * @param dx [count], added to
   */
  void gradientAdd(int count, float l1, float l2, Buffer x, Buffer dx);
}
