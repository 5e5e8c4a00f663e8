package org.synapt.backend.nd4j;

import org.synapt.kernel.Windows;

/** The extents of a convolution, as {@link org.synapt.kernel.Convolution} has them. */
record ConvolutionShape(int batch, Windows windows, int channels, int filters, int groups) {
  int inGroup() {
    return channels / groups;
  }

  int filtersInGroup() {
    return filters / groups;
  }

  /** The floats of an example's x. */
  int image() {
    return windows.positions() * channels;
  }

  /** The floats of an example's y. */
  int result() {
    return windows.count() * filters;
  }

  int weights() {
    return windows.size() * inGroup() * filters;
  }
}
