package org.synapt.backend.java;

import org.synapt.kernel.Windows;

/** Windows over three axes: in front of fewer stand axes of one position. */
final class WindowAxes {
  static final int RANK = 3;

  /** The last axis, along which neighbours are next to each other in memory. */
  static final int LINE = RANK - 1;

  private final int[] extents = new int[RANK];
  private final int[] sizes = new int[RANK];
  private final int[] strides = new int[RANK];
  private final int[] dilations = new int[RANK];
  private final int[] befores = new int[RANK];
  private final int[] counts = new int[RANK];

  /** For each axis, how many positions of each window lie in the image. */
  private final int[][] inside = new int[RANK][0];

  private boolean padded;

  WindowAxes() {}

  void take(Windows windows) {
    padded = false;
    for (int axis = 0; axis < RANK; axis++) {
      int from = axis - RANK + windows.rank();
      boolean given = from >= 0;
      extents[axis] = given ? windows.extent(from) : 1;
      sizes[axis] = given ? windows.size(from) : 1;
      strides[axis] = given ? windows.stride(from) : 1;
      dilations[axis] = given ? windows.dilation(from) : 1;
      befores[axis] = given ? windows.before(from) : 0;
      counts[axis] = given ? windows.count(from) : 1;
      padded |= given && windows.before(from) + windows.after(from) > 0;
      countInside(axis);
    }
  }

  private void countInside(int axis) {
    if (inside[axis].length < counts[axis]) {
      inside[axis] = new int[counts[axis]];
    }
    for (int p = 0; p < counts[axis]; p++) {
      int within = 0;
      for (int w = 0; w < sizes[axis]; w++) {
        within += contains(axis, position(axis, p, w)) ? 1 : 0;
      }
      inside[axis][p] = within;
    }
  }

  int extent(int axis) {
    return extents[axis];
  }

  int size(int axis) {
    return sizes[axis];
  }

  int stride(int axis) {
    return strides[axis];
  }

  int dilation(int axis) {
    return dilations[axis];
  }

  /** The windows along an axis. */
  int count(int axis) {
    return counts[axis];
  }

  /** The positions of a window that lie in the image along an axis. */
  int inside(int axis, int window) {
    return inside[axis][window];
  }

  /** Whether there is padding, at least on one side. */
  boolean padded() {
    return padded;
  }

  /** Where in the image a window has one of its positions; outside it if that is padding. */
  int position(int axis, int window, int w) {
    return window * strides[axis] - befores[axis] + w * dilations[axis];
  }

  boolean contains(int axis, int position) {
    return position >= 0 && position < extents[axis];
  }

  /** The first window whose position w is not in front of {@code from}. */
  int firstFrom(int axis, int w, int from) {
    int distance = from - position(axis, 0, w);
    return distance <= 0 ? 0 : (distance + strides[axis] - 1) / strides[axis];
  }

  /** The window whose position w is {@code position}, or -1. */
  int windowAt(int axis, int w, int position) {
    int distance = position - position(axis, 0, w);
    int window = distance / strides[axis];
    boolean is = distance >= 0 && window * strides[axis] == distance && window < counts[axis];
    return is ? window : -1;
  }
}
