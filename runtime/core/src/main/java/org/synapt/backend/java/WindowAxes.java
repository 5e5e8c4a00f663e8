package org.synapt.backend.java;

import org.synapt.kernel.Windows;

/** Windows over three axes, and how many of their positions lie in the image. */
final class WindowAxes {
  /** The last axis, along which neighbours are next to each other in memory. */
  static final int LINE = WindowAxis.RANK - 1;

  private final WindowAxis[] axes = WindowAxis.three();

  /** For each axis, how many positions of each window lie in the image. */
  private final int[][] inside = new int[WindowAxis.RANK][0];

  private boolean padded;

  WindowAxes() {}

  void take(Windows windows) {
    WindowAxis.set(axes, windows);
    padded = false;
    for (int axis = 0; axis < windows.rank(); axis++) {
      padded |= windows.before(axis) + windows.after(axis) > 0;
    }
    for (int axis = 0; axis < axes.length; axis++) {
      inside[axis] = counted(axes[axis], inside[axis]);
    }
  }

  /** For each window, how many of its positions lie in the image. */
  private static int[] counted(WindowAxis axis, int[] room) {
    int[] inside = room.length < axis.count ? new int[axis.count] : room;
    for (int p = 0; p < axis.count; p++) {
      int within = 0;
      for (int w = 0; w < axis.size; w++) {
        within += axis.contains(axis.position(p, w)) ? 1 : 0;
      }
      inside[p] = within;
    }
    return inside;
  }

  int extent(int axis) {
    return axes[axis].extent;
  }

  int size(int axis) {
    return axes[axis].size;
  }

  int stride(int axis) {
    return axes[axis].stride;
  }

  int dilation(int axis) {
    return axes[axis].dilation;
  }

  /** The windows along an axis. */
  int count(int axis) {
    return axes[axis].count;
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
    return axes[axis].position(window, w);
  }

  boolean contains(int axis, int position) {
    return axes[axis].contains(position);
  }

  /** The first window whose position w is not in front of {@code from}. */
  int firstFrom(int axis, int w, int from) {
    int distance = from - position(axis, 0, w);
    return distance <= 0 ? 0 : (distance + axes[axis].stride - 1) / axes[axis].stride;
  }

  /** The window whose position w is {@code position}, or -1. */
  int windowAt(int axis, int w, int position) {
    int distance = position - position(axis, 0, w);
    int window = distance / axes[axis].stride;
    boolean is =
        distance >= 0 && window * axes[axis].stride == distance && window < axes[axis].count;
    return is ? window : -1;
  }
}
