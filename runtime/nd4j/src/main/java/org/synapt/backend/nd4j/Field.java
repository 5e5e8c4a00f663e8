package org.synapt.backend.nd4j;

import org.synapt.kernel.Windows;

/**
 * What results on three axes are sums of; an image of fewer has axes of one position in front.
 *
 * @param depth along the first axis
 * @param height along the second
 * @param width along the last, whose neighbours are next to each other in memory
 */
record Field(Reach depth, Reach height, Reach width) {
  /** Windows over an image. */
  static Field forward(Windows windows) {
    int last = windows.rank() - 1;
    return new Field(
        Reach.forward(windows, last - 2),
        Reach.forward(windows, last - 1),
        Reach.forward(windows, last));
  }

  /** Tells calls with these windows from others. */
  static <T> Calls<T> describe(Calls<T> calls, Windows windows) {
    for (int axis = 0; axis < windows.rank(); axis++) {
      calls.with(windows.extent(axis)).with(windows.size(axis)).with(windows.stride(axis));
      calls.with(windows.dilation(axis)).with(windows.before(axis)).with(windows.after(axis));
    }
    return calls;
  }

  int results() {
    return depth.results() * height.results() * width.results();
  }

  int sources() {
    return depth.sources() * height.sources() * width.sources();
  }

  int taps() {
    return depth.taps() * height.taps() * width.taps();
  }

  /** How many sources lie between the first tap of the first result and the last of the last. */
  int span() {
    return depth.span() * height.span() * width.span();
  }

  /** Whether the results are sums of nothing. */
  boolean isEmpty() {
    return taps() == 0 || sources() == 0;
  }

  /** Whether each result is its source. */
  boolean isSame() {
    return depth.isSame() && height.isSame() && width.isSame();
  }

  /** Whether a tap is somewhere that there is no source. */
  boolean isPadded() {
    return depth.isPadded() || height.isPadded() || width.isPadded();
  }

  /** The results of a block. */
  Field part(Block block) {
    return new Field(
        depth.part(block.depthAt(), block.depth()),
        height.part(block.heightAt(), block.height()),
        width.part(block.widthAt(), block.width()));
  }
}
