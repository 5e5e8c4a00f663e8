package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * Products of windows and weights, and each of the three factors from the two others.
 *
 * <pre>
 * y[b, p, f]    = Σ x[b, p · stride − before + w · dilation, k] · weight[w, k, f]
 * dx[b, q, k]   = Σ dy[b, p, f] · weight[w, k, f]   where q = p · stride − before + w · dilation
 * dweight[w, k, f] = Σ x[b, p · stride − before + w · dilation, k] · dy[b, p, f]
 *
 * x [b, image…, c]   weight [window…, c / groups, f]   y [b, result…, f]
 * </pre>
 *
 * <p>Positions p, q and w have an axis for each of the windows'; where x is asked for outside the
 * image it is 0. Channels and filters lie in {@code groups} groups, one behind the other: a filter
 * sees the channels of its group only, and {@code weight} has only those. With as many groups as
 * channels this is a depthwise convolution. Nothing is turned around: this is what the field calls
 * convolution and mathematics cross-correlation.
 *
 * <p>What is read is never written; what is written or added to aliases nothing. Sums have one
 * order, whatever the number of threads.
 *
 * <p>Source: Dumoulin and Visin, A guide to convolution arithmetic for deep learning, 2016.
 */
public interface Convolution extends Kernel {
  /**
   * {@code y = x ∗ weight}.
   *
   * @param batch the number of examples
   * @param windows how the window moves over x
   * @param channels the channels of x, c
   * @param filters the channels of y, f
   * @param groups how many groups there are; divides c and f
   * @param x read
   * @param weight read
   * @param y written
   */
  void forward(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y);

  /**
   * {@code y = f(x ∗ weight)}, the formula applied while some of the product is in cache.
   *
   * @param batch the number of examples
   * @param windows how the window moves over x
   * @param channels the channels of x, c
   * @param filters the channels of y, f
   * @param groups how many groups there are; divides c and f
   * @param x read
   * @param weight read
   * @param y written
   * @param f a formula of one value
   */
  void forward(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y,
      Formula f);

  /**
   * {@code y = f(x ∗ weight, bias)}, the formula applied while some of the product is in cache.
   *
   * @param batch the number of examples
   * @param windows how the window moves over x
   * @param channels the channels of x, c
   * @param filters the channels of y, f
   * @param groups how many groups there are; divides c and f
   * @param x read
   * @param weight read
   * @param y written
   * @param f a formula of one value and one vector
   * @param bias [f], read
   */
  void forward(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y,
      Formula f,
      Buffer bias);

  /**
   * {@code y = y + x ∗ weight}.
   *
   * @param batch the number of examples
   * @param windows how the window moves over x
   * @param channels the channels of x, c
   * @param filters the channels of y, f
   * @param groups how many groups there are; divides c and f
   * @param x read
   * @param weight read
   * @param y added to
   */
  void forwardAdd(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y);

  /**
   * The gradient of x; also a transposed convolution of dy.
   *
   * @param batch the number of examples
   * @param windows how the window moves over x
   * @param channels the channels of x, c
   * @param filters the channels of y, f
   * @param groups how many groups there are; divides c and f
   * @param dy read
   * @param weight read
   * @param dx written
   */
  void dataGradient(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer dy,
      Buffer weight,
      Buffer dx);

  /**
   * The gradient of x, added.
   *
   * @param batch the number of examples
   * @param windows how the window moves over x
   * @param channels the channels of x, c
   * @param filters the channels of y, f
   * @param groups how many groups there are; divides c and f
   * @param dy read
   * @param weight read
   * @param dx added to
   */
  void dataGradientAdd(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer dy,
      Buffer weight,
      Buffer dx);

  /**
   * The gradient of the weight.
   *
   * @param batch the number of examples
   * @param windows how the window moves over x
   * @param channels the channels of x, c
   * @param filters the channels of y, f
   * @param groups how many groups there are; divides c and f
   * @param x read
   * @param dy read
   * @param dweight written
   */
  void weightGradient(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer dy,
      Buffer dweight);

  /**
   * The gradient of the weight, added.
   *
   * @param batch the number of examples
   * @param windows how the window moves over x
   * @param channels the channels of x, c
   * @param filters the channels of y, f
   * @param groups how many groups there are; divides c and f
   * @param x read
   * @param dy read
   * @param dweight added to
   */
  void weightGradientAdd(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer dy,
      Buffer dweight);
}
