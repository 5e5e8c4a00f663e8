package org.synapt.backend.java;

import org.synapt.kernel.Formula;

/**
 * What is to be gathered: each float of the target is a sum over taps, and over a group's channels
 * of the source at each tap.
 *
 * <pre>
 * target[b, i, r] = Σ_tap Σ_k source[b, i + tap, k] · weight[tap, k, r]
 *
 * source [batch, sources…, groups · depth]   target [batch, results…, groups · rows]
 * </pre>
 *
 * <p>That is a convolution and its data gradient; {@link TapAxis} tells them apart. A sum starts
 * from 0, or from the target if added to; the products are added one by one, taps in the order of
 * the window and the channels of each, each product rounded before and after. Taps outside the
 * source count as 0.
 *
 * <p>One object serves one kernel for all its calls, so that none allocates.
 */
final class Gathering {
  final TapAxis[] axes = {new TapAxis(), new TapAxis(), new TapAxis()};
  int batch;
  int groups;

  float[] source;
  int sourceAt;

  /** A group's channels of the source. */
  int depth;

  float[] target;
  int targetAt;

  /** A group's channels of the target. */
  int rows;

  boolean add;

  float[] weight;
  int weightAt;
  int weightGroupStep;
  int weightTapStep;
  int weightDepthStep;
  int weightRowStep;

  /** What is applied to the target in the end, if not null. */
  Formula formula;

  /** The formula's vector over all groups' rows, or null. */
  float[] bias;

  int biasAt;

  int sourceChannels() {
    return groups * depth;
  }

  int targetChannels() {
    return groups * rows;
  }

  /** Results of an image, of all phases. */
  int results() {
    return axes[0].results * axes[1].results * axes[2].results;
  }

  /** The position in the window that taps along the axes make. */
  int index(int a, int b, int c) {
    int line = axes[0].index(a) * axes[1].size + axes[1].index(b);
    return line * axes[2].size + axes[2].index(c);
  }

  /** Multiplications and additions, counted together as one. */
  long work() {
    long taps = (long) axes[0].size * axes[1].size * axes[2].size;
    int sharing = axes[0].phases * axes[1].phases * axes[2].phases;
    return taps * depth * rows * groups * batch * results() / sharing;
  }
}
