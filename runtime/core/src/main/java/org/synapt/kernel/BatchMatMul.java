package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * One product of matrices per example: {@code c[i] = a[i] · b[i]}, with either factor transposed.
 *
 * <p>{@code a} and {@code b} are read and never written; {@code c} aliases neither.
 */
public interface BatchMatMul extends Kernel {
  /**
   * {@code c[i] = a[i] · b[i]}.
   *
   * @param batch the number of examples
   * @param m rows of each c
   * @param k columns of each a
   * @param n columns of each c
   * @param a [batch, m, k], read
   * @param b [batch, k, n], read
   * @param c [batch, m, n], written
   */
  void mult(int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c);

  /**
   * {@code c[i] = a[i]ᵀ · b[i]}.
   *
   * @param batch the number of examples
   * @param m rows of each c
   * @param k rows of each a
   * @param n columns of each c
   * @param a [batch, k, m], read
   * @param b [batch, k, n], read
   * @param c [batch, m, n], written
   */
  void multTransA(int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c);

  /**
   * {@code c[i] = a[i] · b[i]ᵀ}.
   *
   * @param batch the number of examples
   * @param m rows of each c
   * @param k columns of each a
   * @param n columns of each c
   * @param a [batch, m, k], read
   * @param b [batch, n, k], read
   * @param c [batch, m, n], written
   */
  void multTransB(int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c);
}
