package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * Softmax along rows of scores of which some do not count: the weights of an attention.
 *
 * <pre>
 * y[i, h, q, k] = exp(x[i, h, q, k]) / Σ exp(x[i, h, q, k']) over all k' that count; else 0
 *
 * x [batch, heads, queries, n]   queryMask [batch, queries]   keyMask [batch, n]   →   y as x
 * </pre>
 *
 * <p>The score of query {@code q} and key {@code k} counts where neither's mask is 0 and, if it is
 * {@code causal}, {@code k ≤ q}. Where no score of a row counts, all of its weights are {@code 1 /
 * n}, whatever x is, and its gradient is 0: scores that do not count are the same large negative
 * number, as in Keras 3.
 *
 * <p>Stable for x between ±1e28: the largest score that counts is taken away first. Masks hold 1
 * and 0, and are optional: a buffer of length 0 stands for none.
 */
public interface MaskedSoftmax extends Kernel {
  /**
   * The weights.
   *
   * @param batch the number of examples
   * @param heads the score matrices of each example, which share its masks
   * @param queries the rows of a score matrix
   * @param n its columns, the keys, whose weights sum to 1
   * @param causal whether a query sees only the keys up to its own number
   * @param queryMask [batch, queries], read, or of length 0
   * @param keyMask [batch, n], read, or of length 0
   * @param x [batch, heads, queries, n], read
   * @param y [batch, heads, queries, n], written; may be x
   */
  void softmax(
      int batch,
      int heads,
      int queries,
      int n,
      boolean causal,
      Buffer queryMask,
      Buffer keyMask,
      Buffer x,
      Buffer y);

  /**
   * {@code dx = y · (dy − Σ y · dy)}; 0 in a row of which nothing counts.
   *
   * @param batch as softmax
   * @param heads as softmax
   * @param queries as softmax
   * @param n as softmax
   * @param causal as softmax
   * @param queryMask as softmax
   * @param keyMask as softmax
   * @param y [batch, heads, queries, n], read: what softmax gave
   * @param dy [batch, heads, queries, n], read
   * @param dx [batch, heads, queries, n], written; may be dy
   */
  void gradient(
      int batch,
      int heads,
      int queries,
      int n,
      boolean causal,
      Buffer queryMask,
      Buffer keyMask,
      Buffer y,
      Buffer dy,
      Buffer dx);
}
