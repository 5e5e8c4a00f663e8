package org.synapt.backend.java;

import org.synapt.kernel.Windows;

/**
 * Along one axis, which positions of an image are in the patch that belongs to position i: {@code i
 * · step − before + j · dilation} for j below size.
 */
final class PatchAxis {
  int count;
  int step;
  int size;
  int dilation;
  int before;
  int extent;

  /** Sets this to an axis of three, windows over the image that they move over. */
  void setWindows(Windows windows, int which) {
    int axis = TapAxis.axisOf(windows, which);
    boolean single = axis < 0;
    count = single ? 1 : windows.count(axis);
    step = single ? 1 : windows.stride(axis);
    size = single ? 1 : windows.size(axis);
    dilation = single ? 1 : windows.dilation(axis);
    before = single ? 0 : windows.before(axis);
    extent = single ? 1 : windows.extent(axis);
  }

  /** Makes this the same pairs of positions seen the other way, j descending; step must be 1. */
  void turnRound() {
    int positions = extent;
    extent = count;
    count = positions;
    before = (size - 1) * dilation - before;
  }

  /** How many positions patches reach over. */
  int length() {
    return (count - 1) * step + (size - 1) * dilation + 1;
  }
}
