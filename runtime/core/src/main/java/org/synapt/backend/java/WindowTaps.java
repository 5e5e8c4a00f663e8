package org.synapt.backend.java;

/**
 * Copies, for windows one behind the other, what each has at one of its positions, so that loops
 * over the channels of many windows become one.
 */
final class WindowTaps {
  /** Fewer floats than this are copied one by one: a call costs more. */
  private static final int SHORT = 8;

  private WindowTaps() {}

  /**
   * Copies for {@code n} windows the channels that lie at position (w0, w1, w2) of each.
   *
   * @param first the first window, counted through all examples
   * @param filler what stands for padding
   * @param tap written, from 0
   */
  static void take(
      WindowAxes axes,
      int channels,
      float[] x,
      int xAt,
      int first,
      int n,
      int w0,
      int w1,
      int w2,
      float filler,
      float[] tap) {
    int windowsInLine = axes.count(WindowAxes.LINE);
    int done = 0;
    while (done < n) {
      int line = (first + done) / windowsInLine;
      int from = (first + done) % windowsInLine;
      int some = Math.min(windowsInLine - from, n - done);
      int example = line / axes.count(1) / axes.count(0);
      int q0 = axes.position(0, line / axes.count(1) % axes.count(0), w0);
      int q1 = axes.position(1, line % axes.count(1), w1);
      if (axes.contains(0, q0) && axes.contains(1, q1)) {
        int xLine = (example * axes.extent(0) + q0) * axes.extent(1) + q1;
        int lineAt = xAt + xLine * axes.extent(WindowAxes.LINE) * channels;
        takeLine(axes, channels, x, lineAt, from, some, w2, filler, tap, done * channels);
      } else {
        fill(tap, done * channels, (done + some) * channels, filler);
      }
      done += some;
    }
  }

  private static void takeLine(
      WindowAxes axes,
      int channels,
      float[] x,
      int xAt,
      int from,
      int n,
      int w,
      float filler,
      float[] tap,
      int tapAt) {
    int axis = WindowAxes.LINE;
    int low = clamp(axes.firstFrom(axis, w, 0) - from, n);
    int high = clamp(axes.firstFrom(axis, w, axes.extent(axis)) - from, n);
    fill(tap, tapAt, tapAt + low * channels, filler);
    copyChunks(
        high - low,
        channels,
        x,
        xAt + axes.position(axis, from + low, w) * channels,
        axes.stride(axis) * channels,
        tap,
        tapAt + low * channels,
        channels);
    fill(tap, tapAt + high * channels, tapAt + n * channels, filler);
  }

  private static int clamp(int i, int n) {
    return Math.max(0, Math.min(i, n));
  }

  /**
   * Like {@code Arrays.fill}, which JDK 17 compiles to a slow loop once it was often asked for
   * nothing.
   */
  static void fill(float[] x, int from, int to, float value) {
    if (from < to) {
      fillSome(x, from, to, value);
    }
  }

  private static void fillSome(float[] x, int from, int to, float value) {
    for (int i = from; i < to; i++) {
      x[i] = value;
    }
  }

  /** Copies chunks of floats that begin so many floats apart, if there are any. */
  static void copyChunks(
      int chunks, int floats, float[] x, int xAt, int xStep, float[] y, int yAt, int yStep) {
    if (chunks <= 0) {
      return;
    }
    if (floats == xStep && floats == yStep) {
      System.arraycopy(x, xAt, y, yAt, chunks * floats);
    } else if (floats < SHORT) {
      copyOneByOne(chunks, floats, x, xAt, xStep, y, yAt, yStep);
    } else {
      for (int i = 0; i < chunks; i++) {
        System.arraycopy(x, xAt + i * xStep, y, yAt + i * yStep, floats);
      }
    }
  }

  private static void copyOneByOne(
      int chunks, int floats, float[] x, int xAt, int xStep, float[] y, int yAt, int yStep) {
    for (int j = 0; j < floats; j++) {
      for (int i = 0; i < chunks; i++) {
        y[yAt + j + i * yStep] = x[xAt + j + i * xStep];
      }
    }
  }
}
