package org.synapt.data;

import java.util.Collections;
import java.util.Locale;

/**
 * Windows over a series of steps: what a network reads before it says what comes next.
 *
 * <pre>
 * steps 0 … 98, sequenceLength 10, sequenceStride 3, samplingRate 2
 *
 *  0  2  4  6  8 10 12 14 16 18
 *  3  5  7  9 11 13 15 17 19 21
 *  …
 * 78 80 82 84 86 88 90 92 94 96
 * </pre>
 *
 * <pre>{@code
 * // the past ten steps, and the next one as the target
 * Column past = data.slice(0, data.count() - 10);
 * Column next = data.slice(10, data.count()).named("next");
 * Examples windows = TimeseriesWindows.of(10).examples(past, next);
 * }</pre>
 *
 * <p>What would reach beyond the last step is left out. Windows are views of the series, however
 * much they overlap. To train on one part of a series and to test with what comes later, choose
 * with {@link #startIndex} and {@link #endIndex}; windows that are shuffled and then split have
 * seen what they are tested with. Source: Keras 3, keras.utils.timeseries_dataset_from_array, whose
 * {@code end_index} cannot be the end, where here it can.
 */
public final class TimeseriesWindows {
  private static final int END = -1;

  private final int length;
  private final int stride;
  private final int rate;
  private final int start;
  private final int end;

  private TimeseriesWindows(int length, int stride, int rate, int start, int end) {
    this.length = atLeast(1, "sequenceLength", length);
    this.stride = atLeast(1, "sequenceStride", stride);
    this.rate = atLeast(1, "samplingRate", rate);
    this.start = atLeast(0, "startIndex", start);
    this.end = end;
  }

  private static int atLeast(int least, String what, int found) {
    if (found < least) {
      throw new IllegalArgumentException(what + " must be " + least + " or above, not " + found);
    }
    return found;
  }

  /**
   * Windows at every step, over neighbouring steps.
   *
   * @param sequenceLength how many steps each has
   * @return the windows
   * @throws IllegalArgumentException if it is below 1
   */
  public static TimeseriesWindows of(int sequenceLength) {
    return new TimeseriesWindows(sequenceLength, 1, 1, 0, END);
  }

  /**
   * Chooses how far windows lie apart.
   *
   * @param steps from the first step of a window to that of the next
   * @return the windows
   * @throws IllegalArgumentException if it is below 1
   */
  public TimeseriesWindows sequenceStride(int steps) {
    return new TimeseriesWindows(length, steps, rate, start, end);
  }

  /**
   * Chooses how far the steps of a window lie apart.
   *
   * @param steps from a step of a window to the next
   * @return the windows
   * @throws IllegalArgumentException if it is below 1
   */
  public TimeseriesWindows samplingRate(int steps) {
    return new TimeseriesWindows(length, stride, steps, start, end);
  }

  /**
   * Leaves out what comes before.
   *
   * @param step the first step that is used
   * @return the windows
   * @throws IllegalArgumentException if it is below 0
   */
  public TimeseriesWindows startIndex(int step) {
    return new TimeseriesWindows(length, stride, rate, step, end);
  }

  /**
   * Leaves out what comes after.
   *
   * @param step the step after the last that is used
   * @return the windows
   * @throws IllegalArgumentException if it is below 1
   */
  public TimeseriesWindows endIndex(int step) {
    return new TimeseriesWindows(length, stride, rate, start, atLeast(1, "endIndex", step));
  }

  /**
   * The windows over a series.
   *
   * @param series an example for each step
   * @return a column of the same name, an example for each window, its steps one behind the other
   * @throws IllegalArgumentException if the series has no window, or ends before {@link #endIndex}
   */
  public Column windows(Column series) {
    return windows(series, count(series));
  }

  /**
   * The windows over a series, each with what it is to tell.
   *
   * @param series an example for each step
   * @param targets what the window that begins at a step is to tell, for each step; those beyond
   *     the last window may be missing
   * @return as many windows as have a target, each with that of its first step
   * @throws IllegalArgumentException if the series has no window with a target, or ends before
   *     {@link #endIndex}
   */
  public Examples examples(Column series, Column targets) {
    int starts = Math.min((count(series) - 1) * stride + 1, targets.count() - start);
    int count = starts < 1 ? 0 : (starts - 1) / stride + 1;
    if (count == 0) {
      throw new IllegalArgumentException(
          targets + " has no target for a window of " + series + " that begins at " + start);
    }
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = start + i * stride;
    }
    Examples each = Examples.of(Collections.singletonList(targets), Collections.emptyList());
    return Examples.of(windows(series, count), each.select(rows).inputs().get(0));
  }

  private Column windows(Column series, int count) {
    WindowStorage windows =
        new WindowStorage(series.toArray(), series.width(), length, start, stride, rate);
    int width = Math.multiplyExact(length, series.width());
    if ((long) count * width > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%,d windows of %,d floats over %s are more than a column can count;"
                  + " take a larger sequenceStride, or a part at a time",
              count,
              width,
              series));
    }
    return Column.of(series.name(), width, count * width, windows);
  }

  private int count(Column series) {
    int last = end == END ? series.count() : end;
    if (last > series.count()) {
      throw new IllegalArgumentException(
          "endIndex is " + end + ", but " + series + " has " + series.count() + " steps");
    }
    long starts = last - (long) start - (length - 1L) * rate;
    if (starts < 1) {
      throw new IllegalArgumentException(
          "from step "
              + start
              + " to before "
              + last
              + " there is no window of "
              + length
              + " steps that lie "
              + rate
              + " apart in "
              + series);
    }
    return (int) ((starts - 1) / stride) + 1;
  }
}
