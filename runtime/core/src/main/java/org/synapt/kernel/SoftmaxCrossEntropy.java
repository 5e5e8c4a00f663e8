package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * Cross-entropy behind a softmax, from the logits, so that no logit is too large.
 *
 * <pre>z, p, target [rows, n]   →   loss [rows]</pre>
 */
public interface SoftmaxCrossEntropy extends Kernel {
  /**
   * {@code loss = Σ target · (log Σ exp(z) − z)}, which is {@code −Σ target · log softmax(z)}.
   *
   * @param rows the rows
   * @param n the classes
   * @param z [rows, n], read: the logits
   * @param target [rows, n], read
   * @param loss [rows], written
   */
  void loss(int rows, int n, Buffer z, Buffer target, Buffer loss);

  /**
   * {@code dz = share · (p · Σ target − target)}.
   *
   * @param rows the rows
   * @param n the classes
   * @param p [rows, n], read: the softmax of the logits
   * @param target [rows, n], read
   * @param share [rows], read: the gradient of the loss of each row
   * @param dz [rows, n], written; may be p
   */
  void gradient(int rows, int n, Buffer p, Buffer target, Buffer share, Buffer dz);
}
