package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/**
 * An axis drawn out to several times its length, linearly between the middles of its positions.
 *
 * <pre>
 * s = max(0, (j + ½) / factor − ½)    i = ⌊s⌋    i' = min(i + 1, extent − 1)
 * y[o, j, k] = x[o, i, k] + (s − i) · (x[o, i', k] − x[o, i, k])
 *
 * x [outer, extent, inner]   →   y [outer, factor · extent, inner]
 * </pre>
 *
 * <p>One axis after the other this is bilinear interpolation with half-pixel centres, as TensorFlow
 * 2 and Keras resize images.
 */
public interface Interpolation extends Kernel {
  /**
   * y of x.
   *
   * @param outer the extents before the axis, multiplied
   * @param extent the axis
   * @param factor how many times as long it becomes
   * @param inner the extents after the axis, multiplied
   * @param x read
   * @param y written; does not alias x
   */
  void linear(int outer, int extent, int factor, int inner, Buffer x, Buffer y);

  /**
   * The gradient of x: each dy to the two elements of which y was made, by their shares.
   *
   * @param outer the extents before the axis, multiplied
   * @param extent the axis of x
   * @param factor how many times as long it became
   * @param inner the extents after the axis, multiplied
   * @param dy [outer, factor · extent, inner], read
   * @param dx [outer, extent, inner], written; does not alias dy
   */
  void linearGradient(int outer, int extent, int factor, int inner, Buffer dy, Buffer dx);
}
