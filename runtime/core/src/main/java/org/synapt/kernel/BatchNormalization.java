package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * Gives every column of a matrix the mean β and the deviation γ.
 *
 * <pre>
 * y = γ · (x − μ) / √(σ² + ε) + β
 *
 * x [rows, columns]   γ, β, μ, σ² [columns]   →   y [rows, columns]
 * </pre>
 *
 * <p>While training, μ and σ² are those of the batch, {@code μ = Σ x / rows} and {@code σ² = Σ (x −
 * μ)² / rows}; otherwise they are the moving ones. γ and β are {@code [columns]}, or buffers of
 * length 0 that count as 1 and 0. Sums have one order, whatever the number of threads; a backend
 * may add in blocks and lanes. No buffer aliases another but {@code dx}, which may be {@code dy}.
 *
 * <p>Source: Ioffe and Szegedy, Batch Normalization: Accelerating Deep Network Training by Reducing
 * Internal Covariate Shift, 2015, algorithm 1 and the equations behind it.
 */
public interface BatchNormalization extends Kernel {
  /**
   * Normalizes and, while training, moves the statistics: {@code m = momentum · m + (1 − momentum)
   * · μ}, and so the variance.
   *
   * @param rows the examples, times the positions of each
   * @param columns the features
   * @param training whether to normalize by the batch, and to move the statistics
   * @param momentum the share of the moving statistics that stays
   * @param epsilon ε, above 0
   * @param x read
   * @param gamma read, or of length 0
   * @param beta read, or of length 0
   * @param movingMean [columns], read and, while training, written
   * @param movingVariance [columns], read and, while training, written
   * @param saved [2, columns], written: what the gradient reads, in a form of the backend's own
   * @param y written
   */
  void forward(
      int rows,
      int columns,
      boolean training,
      float momentum,
      float epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer movingMean,
      Buffer movingVariance,
      Buffer saved,
      Buffer y);

  /**
   * With {@code n = (x − μ) / √(σ² + ε)}:
   *
   * <pre>
   * dβ = Σ dy    dγ = Σ dy · n
   * dx = γ / √(σ² + ε) · (dy − dβ / rows − n · dγ / rows)     while training
   * dx = γ / √(σ² + ε) · dy                                   otherwise
   * </pre>
   *
   * @param rows as forward
   * @param columns as forward
   * @param training as forward
   * @param x read
   * @param gamma read, or of length 0
   * @param saved read: what forward left
   * @param dy [rows, columns], read
   * @param dgamma [columns], written, or of length 0
   * @param dbeta [columns], written, or of length 0
   * @param dx [rows, columns], written; may be dy
   */
  void gradient(
      int rows,
      int columns,
      boolean training,
      Buffer x,
      Buffer gamma,
      Buffer saved,
      Buffer dy,
      Buffer dgamma,
      Buffer dbeta,
      Buffer dx);
}
