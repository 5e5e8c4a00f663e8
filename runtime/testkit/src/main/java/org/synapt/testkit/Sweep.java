package org.synapt.testkit;

import org.synapt.kernel.Windows;

/** Every position of every window, one by one, from the numbers of the windows alone. */
final class Sweep {
  /** What is done with a position of a window that lies in the image. */
  interface Visit {
    /** Takes the numbers of the window, of the position in it and of the position in the image. */
    void run(int window, int position, int image);
  }

  private Sweep() {}

  /** Windows in their order, and positions in theirs; padding is left out. */
  static void over(Windows windows, Visit visit) {
    int[] window = new int[windows.rank()];
    int[] position = new int[windows.rank()];
    for (int p = 0; p < windows.count(); p++) {
      for (int axis = windows.rank() - 1, rest = p; axis >= 0; axis--) {
        window[axis] = rest % windows.count(axis);
        rest /= windows.count(axis);
      }
      for (int w = 0; w < windows.size(); w++) {
        for (int axis = windows.rank() - 1, rest = w; axis >= 0; axis--) {
          position[axis] = rest % windows.size(axis);
          rest /= windows.size(axis);
        }
        int image = image(windows, window, position);
        if (image >= 0) {
          visit.run(p, w, image);
        }
      }
    }
  }

  /** The number of a position in the image, or -1 for padding. */
  private static int image(Windows windows, int[] window, int... position) {
    int image = 0;
    for (int axis = 0; axis < windows.rank(); axis++) {
      int q = window[axis] * windows.stride(axis) - windows.before(axis);
      q += position[axis] * windows.dilation(axis);
      if (q < 0 || q >= windows.extent(axis)) {
        return -1;
      }
      image = image * windows.extent(axis) + q;
    }
    return image;
  }
}
