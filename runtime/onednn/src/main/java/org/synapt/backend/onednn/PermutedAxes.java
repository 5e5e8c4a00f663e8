package org.synapt.backend.onednn;

import java.util.Arrays;

/**
 * Axes in the order of what is written; neighbours that stay neighbours are one.
 *
 * @param extents how many positions each has
 * @param from how far apart these lie in what is read
 * @param to how far apart they lie in what is written
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record PermutedAxes(long[] extents, long[] from, long[] to) {

  /**
   * The axes of examples, which stay one behind the other.
   *
   * @param batch the number of examples
   * @param extents those of an example of what is read
   * @param order which of its axes each axis of the result is
   */
  static PermutedAxes of(int batch, int[] extents, int[] order) {
    long[] strides = new long[extents.length];
    long size = 1;
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      strides[axis] = size;
      size *= extents[axis];
    }
    long[] joined = new long[order.length + 1];
    long[] from = new long[order.length + 1];
    joined[0] = batch;
    from[0] = size;
    int last = 0;
    for (int axis : order) {
      if (extents[axis] == 1) {
        continue;
      }
      if (from[last] == strides[axis] * extents[axis] || joined[last] == 1) {
        joined[last] *= extents[axis];
      } else {
        joined[++last] = extents[axis];
      }
      from[last] = strides[axis];
    }
    return rowMajor(Arrays.copyOf(joined, last + 1), Arrays.copyOf(from, last + 1));
  }

  private static PermutedAxes rowMajor(long[] extents, long[] from) {
    long[] to = new long[extents.length];
    long size = 1;
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      to[axis] = size;
      size *= extents[axis];
    }
    return new PermutedAxes(extents, from, to);
  }

  int extent(int axis) {
    return (int) extents[axis];
  }

  /** How many floats there are. */
  long size() {
    return to[0] * extents[0];
  }

  /** The first of the longest axes. */
  int longest() {
    int longest = 0;
    for (int axis = 1; axis < extents.length; axis++) {
      longest = extents[axis] > extents[longest] ? axis : longest;
    }
    return longest;
  }

  /** The same strides with another extent. */
  PermutedAxes with(int axis, int extent) {
    long[] some = extents.clone();
    some[axis] = extent;
    return new PermutedAxes(some, from, to);
  }

  /** {@code [32, 676, 32] by [21632, 1, 676]}. */
  @Override
  public String toString() {
    return Arrays.toString(extents) + " by " + Arrays.toString(from);
  }
}
