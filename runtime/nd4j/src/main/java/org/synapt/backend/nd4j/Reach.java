package org.synapt.backend.nd4j;

import org.synapt.kernel.Windows;

/**
 * What the results along one axis are sums of, for windows over an image and for the gradient of
 * that image alike.
 *
 * <pre>
 * result i   has tap t at   source i · step + origin + t · apart,   which is 0 outside the sources
 * tap t      is position    first + t · next   of the window
 * </pre>
 *
 * @param results how many results there are
 * @param sources how many sources there are
 * @param step how far apart the sources of neighbouring results are
 * @param taps how many sources a result has; 0 if none
 * @param apart how far apart they are
 * @param origin the first source of the first result; it may be none
 * @param first the position of the window that the first tap is
 * @param next how many positions of the window further the next tap is
 */
record Reach(
    int results, int sources, int step, int taps, int apart, int origin, int first, int next) {

  private static final Reach ALONE = new Reach(1, 1, 1, 1, 1, 0, 0, 1);

  /** Windows over the positions of an axis; below 0 one of one position. */
  static Reach forward(Windows windows, int axis) {
    return axis < 0 ? ALONE : over(windows, axis);
  }

  private static Reach over(Windows windows, int axis) {
    return new Reach(
        windows.count(axis),
        windows.extent(axis),
        windows.stride(axis),
        windows.size(axis),
        windows.dilation(axis),
        -windows.before(axis),
        0,
        1);
  }

  /**
   * Positions under windows: those that lie a stride apart, from {@code phase} on.
   *
   * <p>Position w of a window reaches position q if q + before − w · dilation is some window's
   * beginning; that is every so manyth w, and the larger w is, the earlier is the window.
   */
  static Reach gradient(Windows windows, int axis, int phase) {
    return axis < 0 ? ALONE : under(windows, axis, phase);
  }

  private static Reach under(Windows windows, int axis, int phase) {
    int stride = windows.stride(axis);
    int dilation = windows.dilation(axis);
    int common = gcd(stride, dilation);
    int next = stride / common;
    int last = -1;
    int taps = 0;
    for (int w = 0; w < windows.size(axis); w++) {
      if ((phase + windows.before(axis) - w * dilation) % stride == 0) {
        last = w;
        taps++;
      }
    }
    int origin = (phase + windows.before(axis) - last * dilation) / stride;
    return new Reach(
        (windows.extent(axis) - phase + stride - 1) / stride,
        windows.count(axis),
        1,
        taps,
        dilation / common,
        taps == 0 ? 0 : origin,
        Math.max(last, 0),
        -next);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** How many taps of a result are sources. */
  int inside(int result) {
    int inside = 0;
    for (int tap = 0; tap < taps; tap++) {
      int source = result * step + origin + tap * apart;
      inside += source >= 0 && source < sources ? 1 : 0;
    }
    return inside;
  }

  /** The position of the window that a tap is. */
  int position(int tap) {
    return first + tap * next;
  }

  /** Some of the results. */
  Reach part(int from, int count) {
    return new Reach(count, sources, step, taps, apart, origin + from * step, first, next);
  }

  /** How many sources lie between the first tap of the first result and the last of the last. */
  int span() {
    return (results - 1) * step + (taps - 1) * apart + 1;
  }

  /** The first source that exists, from the first tap on. */
  int seenFrom() {
    return Math.min(Math.max(origin, 0), sources);
  }

  /** How many sources exist between the first tap and the last. */
  int seen() {
    return Math.max(Math.min(origin + span(), sources) - seenFrom(), 0);
  }

  /** Whether a tap is somewhere that there is no source. */
  boolean isPadded() {
    return seen() < span();
  }

  /** Whether each result is its source. */
  boolean isSame() {
    return taps == 1 && step == 1 && origin == 0 && results == sources;
  }
}
