package org.synapt.backend.java;

import org.synapt.kernel.Windows;

/**
 * Windows along one of three axes, which the last ones of an image are; those in front have one
 * position.
 *
 * <p>Window i takes the positions {@code i · stride − before + j · dilation} for j below size;
 * those outside the image are padding.
 */
final class WindowAxis {
  static final int RANK = 3;

  int extent;
  int size;
  int stride;
  int dilation;
  int before;
  int count;

  /** Axes to be set. */
  static WindowAxis[] three() {
    return new WindowAxis[] {new WindowAxis(), new WindowAxis(), new WindowAxis()};
  }

  /** Sets three axes. */
  static void set(WindowAxis[] axes, Windows windows) {
    for (int i = 0; i < RANK; i++) {
      axes[i].set(windows, i - RANK + windows.rank());
    }
  }

  private void set(Windows windows, int axis) {
    boolean given = axis >= 0;
    extent = given ? windows.extent(axis) : 1;
    size = given ? windows.size(axis) : 1;
    stride = given ? windows.stride(axis) : 1;
    dilation = given ? windows.dilation(axis) : 1;
    before = given ? windows.before(axis) : 0;
    count = given ? windows.count(axis) : 1;
  }

  /** Where in the image a window has one of its positions; outside it if that is padding. */
  int position(int window, int w) {
    return window * stride - before + w * dilation;
  }

  boolean contains(int position) {
    return position >= 0 && position < extent;
  }

  /** How many positions the windows reach over. */
  int length() {
    return (count - 1) * stride + (size - 1) * dilation + 1;
  }

  /**
   * Makes this the same pairs of positions and windows, each in place of the other; a window's
   * positions come the other way round then. The stride must be 1.
   */
  void turnRound() {
    int positions = extent;
    extent = count;
    count = positions;
    before = (size - 1) * dilation - before;
  }
}
