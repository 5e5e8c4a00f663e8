package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * Products of matrices: {@code c = a · b}, with either factor transposed, written or added.
 *
 * <p>{@code a} and {@code b} are read and never written; {@code c} aliases neither.
 */
public interface MatMul extends Kernel {
  /**
   * {@code c = a · b}.
   *
   * @param m rows of c
   * @param k columns of a
   * @param n columns of c
   * @param a [m, k], read
   * @param b [k, n], read
   * @param c [m, n], written
   */
  void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c);

  /**
   * {@code c = f(a · b)}, the formula applied while a row of the product is in cache.
   *
   * @param m rows of c
   * @param k columns of a
   * @param n columns of c
   * @param a [m, k], read
   * @param b [k, n], read
   * @param c [m, n], written
   * @param f a formula of one value
   */
  void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c, Formula f);

  /**
   * {@code c = f(a · b, bias)}, the formula applied while a row of the product is in cache.
   *
   * @param m rows of c
   * @param k columns of a
   * @param n columns of c
   * @param a [m, k], read
   * @param b [k, n], read
   * @param c [m, n], written
   * @param f a formula of one value and one vector
   * @param bias [n], read
   */
  void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c, Formula f, Buffer bias);

  /**
   * {@code c = c + a · b}.
   *
   * @param m rows of c
   * @param k columns of a
   * @param n columns of c
   * @param a [m, k], read
   * @param b [k, n], read
   * @param c [m, n], added to
   */
  void multAdd(int m, int k, int n, Buffer a, Buffer b, Buffer c);

  /**
   * {@code c = aᵀ · b}.
   *
   * @param m rows of c
   * @param k rows of a
   * @param n columns of c
   * @param a [k, m], read
   * @param b [k, n], read
   * @param c [m, n], written
   */
  void multTransA(int m, int k, int n, Buffer a, Buffer b, Buffer c);

  /**
   * {@code c = c + aᵀ · b}.
   *
   * @param m rows of c
   * @param k rows of a
   * @param n columns of c
   * @param a [k, m], read
   * @param b [k, n], read
   * @param c [m, n], added to
   */
  void multAddTransA(int m, int k, int n, Buffer a, Buffer b, Buffer c);

  /**
   * {@code c = a · bᵀ}.
   *
   * @param m rows of c
   * @param k columns of a
   * @param n columns of c
   * @param a [m, k], read
   * @param b [n, k], read
   * @param c [m, n], written
   */
  void multTransB(int m, int k, int n, Buffer a, Buffer b, Buffer c);

  /**
   * {@code c = c + a · bᵀ}.
   *
   * @param m rows of c
   * @param k columns of a
   * @param n columns of c
   * @param a [m, k], read
   * @param b [n, k], read
   * @param c [m, n], added to
   */
  void multAddTransB(int m, int k, int n, Buffer a, Buffer b, Buffer c);
}
