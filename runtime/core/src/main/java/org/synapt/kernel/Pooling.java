package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * The largest element or the mean of each window, for each channel.
 *
 * <pre>x [b, image…, c]   →   y [b, result…, c]</pre>
 *
 * <p>Padding takes no part: it is never the largest, and a mean divides by the positions inside the
 * image. Every window has at least one such position. A NaN in a window makes its y NaN.
 */
public interface Pooling extends Kernel {
  /**
   * {@code y = max x}.
   *
   * @param batch the number of examples
   * @param windows how the window moves over x
   * @param channels c
   * @param x read
   * @param saved [b, result…, c], written: what the gradient reads, in a form of the backend's own;
   *     or of length 0 if there will be no gradient
   * @param y written; aliases nothing
   */
  void max(int batch, Windows windows, int channels, Buffer x, Buffer saved, Buffer y);

  /**
   * Gives each dy to the element of its window that was the largest, the first if there are
   * several: {@code dx[q] = Σ dy[p]} over the windows p whose largest is q.
   *
   * @param batch the number of examples
   * @param windows how the window moves over x
   * @param channels c
   * @param dy [b, result…, c], read
   * @param saved read: what max left
   * @param dx [b, image…, c], written; aliases nothing
   */
  void maxGradient(int batch, Windows windows, int channels, Buffer dy, Buffer saved, Buffer dx);

  /**
   * {@code y = Σ x / n}, n being the positions of the window that lie in the image.
   *
   * @param batch the number of examples
   * @param windows how the window moves over x
   * @param channels c
   * @param x read
   * @param y written; aliases nothing
   */
  void average(int batch, Windows windows, int channels, Buffer x, Buffer y);

  /**
   * {@code dx[q] = Σ dy[p] / n[p]} over the windows p in which q lies.
   *
   * @param batch the number of examples
   * @param windows how the window moves over x
   * @param channels c
   * @param dy [b, result…, c], read
   * @param dx [b, image…, c], written; aliases nothing
   */
  void averageGradient(int batch, Windows windows, int channels, Buffer dy, Buffer dx);
}
