package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * Gives every row of a matrix the mean 0 and the deviation 1, and then every column its scale.
 *
 * <pre>
 * y = γ · (x − μ) / √(σ² + ε) + β   with   μ = Σ x / n   and   σ² = Σ (x − μ)² / n,   row by row
 *
 * x [rows, n]   γ, β [n]   →   y [rows, n]
 * </pre>
 *
 * <p>γ and β are {@code [n]}, or buffers of length 0 that count as 1 and 0. Sums have one order,
 * whatever the number of threads; a backend may add in blocks and lanes. No buffer aliases another
 * but {@code y}, which may be {@code x}, and {@code dx}, which may be {@code dy}.
 *
 * <p>Source: Ba, Kiros and Hinton, Layer Normalization, 2016, equation 4 and section 3.1.
 */
public interface LayerNormalization extends Kernel {
  /**
   * Normalizes.
   *
   * @param rows the rows
   * @param n the columns
   * @param epsilon ε, above 0
   * @param x read
   * @param gamma read, or of length 0
   * @param beta read, or of length 0
   * @param saved [rows, 2], written: what the gradient reads, in a form of the backend's own; of
   *     length 0 if there is to be none
   * @param y written; may be x
   */
  void forward(
      int rows, int n, float epsilon, Buffer x, Buffer gamma, Buffer beta, Buffer saved, Buffer y);

  /**
   * With {@code n = (x − μ) / √(σ² + ε)} and {@code g = γ · dy}:
   *
   * <pre>
   * dβ = Σ dy   dγ = Σ dy · n                           over rows
   * dx = (g − mean(g) − n · mean(g · n)) / √(σ² + ε)    row by row
   * </pre>
   *
   * @param rows as forward
   * @param n as forward
   * @param x read
   * @param gamma read, or of length 0
   * @param saved read: what forward left
   * @param dy [rows, n], read
   * @param dgamma [n], written, or of length 0
   * @param dbeta [n], written, or of length 0
   * @param dx [rows, n], written; may be dy
   */
  void gradient(
      int rows,
      int n,
      Buffer x,
      Buffer gamma,
      Buffer saved,
      Buffer dy,
      Buffer dgamma,
      Buffer dbeta,
      Buffer dx);
}
