package org.synapt.backend.onednn;

import org.synapt.kernel.Windows;

/**
 * How windows move along one axis of an image.
 *
 * @param extent the positions of the image
 * @param count the windows
 * @param size the positions that a window takes
 * @param stride how far apart neighbouring windows begin
 * @param dilation how far apart the positions of a window are
 * @param before the padding in front
 * @param after the padding behind
 */
record ConvolutionAxis(
    int extent, int count, int size, int stride, int dilation, int before, int after) {
  static ConvolutionAxis of(Windows windows, int axis) {
    return new ConvolutionAxis(
        windows.extent(axis),
        windows.count(axis),
        windows.size(axis),
        windows.stride(axis),
        windows.dilation(axis),
        windows.before(axis),
        windows.after(axis));
  }

  /** The position where a window begins; below 0 in the padding. */
  private int begin(int window) {
    return window * stride - before;
  }

  /** The position behind a window. */
  private int end(int window) {
    return begin(window) + (size - 1) * dilation + 1;
  }

  /** The first position of the image that the windows from this one on see. */
  int firstSeen(int window) {
    return Math.max(0, begin(window));
  }

  /** Whether each of these pieces of the windows sees some of the image. */
  boolean canBeDivided(int pieces) {
    return count >= pieces && begin(count - 1) < extent && end(0) > 0;
  }

  /** The windows of this range, over as much of the image as they see. */
  ConvolutionAxis windows(int from, int to) {
    int first = firstSeen(from);
    int behind = Math.min(extent, end(to - 1));
    return new ConvolutionAxis(
        behind - first,
        to - from,
        size,
        stride,
        dilation,
        first - begin(from),
        end(to - 1) - behind);
  }
}
