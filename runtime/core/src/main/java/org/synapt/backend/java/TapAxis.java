package org.synapt.backend.java;

/**
 * What the results along one axis are sums of, for a convolution and for its data gradient alike.
 *
 * <pre>
 * result[i · phases + phase]  has taps at  source[i · sourceStep + origin(tap)]   for i below count(phase)
 * </pre>
 *
 * <p>A convolution has one phase, and its sources lie a stride apart. In a data gradient it is the
 * results that lie a stride apart: each phase has the taps of the window that reach it. A tap at a
 * source that does not exist adds 0.
 */
final class TapAxis {
  int size;
  int sources;
  int sourceStep;
  int results;
  int phases;

  /** The least and the largest {@code floor(origin / sourceStep)} of all taps. */
  int low;

  int high;

  private int[] begin = {};
  private int[] index = {};
  private int[] origin = {};

  /** Sets this to windows over sources. */
  void setForward(WindowAxis axis) {
    size = axis.size;
    sources = axis.extent;
    sourceStep = axis.stride;
    results = axis.count;
    phases = 1;
    makeRoom();
    begin[0] = 0;
    begin[1] = size;
    for (int j = 0; j < size; j++) {
      index[j] = j;
      origin[j] = j * axis.dilation - axis.before;
    }
    findReach();
  }

  /** Sets this to positions under windows. */
  void setGradient(WindowAxis axis) {
    size = axis.size;
    sources = axis.count;
    sourceStep = 1;
    results = axis.extent;
    phases = Math.min(axis.stride, results);
    makeRoom();
    int taps = 0;
    for (int phase = 0; phase < phases; phase++) {
      begin[phase] = taps;
      taps = addTaps(phase, axis, taps);
    }
    begin[phases] = taps;
    findReach();
  }

  private int addTaps(int phase, WindowAxis axis, int from) {
    int stride = axis.stride;
    int to = from;
    for (int j = 0; j < size; j++) {
      int distance = phase + axis.before - j * axis.dilation;
      if (Math.floorMod(distance, stride) == 0) {
        index[to] = j;
        origin[to] = Math.floorDiv(distance, stride);
        to++;
      }
    }
    return to;
  }

  private void makeRoom() {
    if (begin.length <= phases) {
      begin = new int[phases + 1];
    }
    if (index.length < size) {
      index = new int[size];
      origin = new int[size];
    }
  }

  private void findReach() {
    int taps = begin[phases];
    low = taps == 0 ? 0 : Integer.MAX_VALUE;
    high = taps == 0 ? 0 : Integer.MIN_VALUE;
    for (int tap = 0; tap < taps; tap++) {
      low = Math.min(low, Math.floorDiv(origin[tap], sourceStep));
      high = Math.max(high, Math.floorDiv(origin[tap], sourceStep));
    }
  }

  /** The results of a phase; the first phase has the most. */
  int count(int phase) {
    return (results - phase + phases - 1) / phases;
  }

  int firstTap(int phase) {
    return begin[phase];
  }

  int endTap(int phase) {
    return begin[phase + 1];
  }

  /** The position in the window that a tap is. */
  int index(int tap) {
    return index[tap];
  }

  /** The source that a tap is for result 0; it may be none. */
  int origin(int tap) {
    return origin[tap];
  }

  /** Which of the source's phases a tap reads. */
  int sourcePhase(int tap) {
    return Math.floorMod(origin[tap], sourceStep);
  }

  /** How far into a phase of the source, begun at {@code low}, a tap is for result 0. */
  int offset(int tap) {
    return Math.floorDiv(origin[tap], sourceStep) - low;
  }

  /** Whether any tap reads this phase of the source. */
  boolean reads(int sourcePhase) {
    for (int tap = 0; tap < begin[phases]; tap++) {
      if (sourcePhase(tap) == sourcePhase) {
        return true;
      }
    }
    return false;
  }
}
