package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Numbers: Keras 3 reference, examples of keras.utils.timeseries_dataset_from_array, and
 * keras/src/utils/timeseries_dataset_utils_test.py, unless it says otherwise.
 */
final class TimeseriesWindowsTest {

  /** 0, 1, 2 … */
  private static Column steps(String name, int count, int factor) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = factor * i;
    }
    return Column.of(name, 1, values);
  }

  private static float[] row(Column column, int example) {
    float[] row = new float[column.width()];
    column.copy(example, example + 1, row, 0);
    return row;
  }

  /** Example 1. */
  @Test
  void leavesStepsOutWithinAndBetweenWindows() {
    Column windows =
        TimeseriesWindows.of(10).samplingRate(2).sequenceStride(3).windows(steps("x", 99, 1));

    assertThat(windows.count()).isEqualTo(27);
    assertThat(row(windows, 0)).isEqualTo(new float[] {0, 2, 4, 6, 8, 10, 12, 14, 16, 18});
    assertThat(row(windows, 1)).isEqualTo(new float[] {3, 5, 7, 9, 11, 13, 15, 17, 19, 21});
    assertThat(row(windows, 2)).isEqualTo(new float[] {6, 8, 10, 12, 14, 16, 18, 20, 22, 24});
    assertThat(row(windows, 26)).isEqualTo(new float[] {78, 80, 82, 84, 86, 88, 90, 92, 94, 96});
  }

  /** Example 2, and test_timeseries_regression: seven windows of ten steps. */
  @Test
  void tellsTheNextStep() {
    Column data = steps("x", 10, 1);

    Examples examples = TimeseriesWindows.of(3).examples(data, data.slice(3, 10).named("y"));

    assertThat(examples.count()).isEqualTo(7);
    for (int i = 0; i < 7; i++) {
      assertThat(row(examples.input("x"), i)).isEqualTo(new float[] {i, i + 1, i + 2});
      assertThat(examples.target("y").value(i, 0)).isEqualTo(3 + i);
    }
  }

  /** Example 3. */
  @Test
  void tellsAStepForEach() {
    TimeseriesWindows windows = TimeseriesWindows.of(20).sequenceStride(20);

    assertThat(row(windows.windows(steps("x", 100, 1)), 0)[19]).isEqualTo(19);
    assertThat(row(windows.windows(steps("y", 100, 2)), 1)[0]).isEqualTo(40);
    assertThat(windows.windows(steps("y", 100, 2)).count()).isEqualTo(5);
  }

  /**
   * test_basics: 18 batches of 5 and one of 2; test_sampling_rate: 16 and 4; test_stride: 6 and 1.
   */
  @Test
  void countsAsKerasDoes() {
    Column data = steps("x", 100, 1);
    Column targets = steps("y", 100, 2);

    Examples plain = TimeseriesWindows.of(9).examples(data, targets);
    assertThat(plain.count()).isEqualTo(18 * 5 + 2);
    assertThat(TimeseriesWindows.of(9).samplingRate(2).examples(data, targets).count())
        .isEqualTo(16 * 5 + 4);
    Examples apart = TimeseriesWindows.of(9).sequenceStride(3).examples(data, targets);
    assertThat(apart.count()).isEqualTo(6 * 5 + 1);
    for (int i = 0; i < apart.count(); i++) {
      assertThat(apart.target("y").value(i, 0)).isEqualTo(2 * apart.input("x").value(i, 0));
    }
    assertThat(TimeseriesWindows.of(10).windows(steps("x", 50, 1)).count()).isEqualTo(8 * 5 + 1);
  }

  /** test_start_and_end_index. */
  @Test
  void staysBetweenStartAndEnd() {
    TimeseriesWindows chosen =
        TimeseriesWindows.of(9).sequenceStride(3).samplingRate(2).startIndex(10).endIndex(90);

    Column windows = chosen.windows(steps("x", 100, 1));

    assertThat(windows.value(0, 0)).isEqualTo(10);
    assertThat(windows.value(windows.count() - 1, 8)).isLessThan(90);
    assertThat(windows.value(windows.count() - 1, 8) + 3).isAtLeast(90);
    Examples told = chosen.examples(steps("x", 100, 1), steps("y", 100, 2));
    assertThat(told.target("y").value(1, 0)).isEqualTo(26);
  }

  /** By hand: steps of two features. */
  @Test
  void viewsAreWhatACopyWouldBe() {
    Column pairs = Column.of("x", 2, steps("x", 24, 1).toArray());
    Column windows = TimeseriesWindows.of(3).samplingRate(2).sequenceStride(2).windows(pairs);

    float[] expected = {
      0, 1, 4, 5, 8, 9, 4, 5, 8, 9, 12, 13, 8, 9, 12, 13, 16, 17, 12, 13, 16, 17, 20, 21
    };
    assertThat(windows.toArray()).isEqualTo(expected);
    assertThat(windows.slice(1, 3).toArray())
        .isEqualTo(new float[] {4, 5, 8, 9, 12, 13, 8, 9, 12, 13, 16, 17});
    float[] gathered = new float[13];
    windows.gather(new int[] {3, 0}, 0, 2, gathered, 1);
    assertThat(gathered).isEqualTo(new float[] {0, 12, 13, 16, 17, 20, 21, 0, 1, 4, 5, 8, 9});
    assertThat(windows.features(1, 3).toArray()).isEqualTo(new float[] {1, 4, 5, 8, 9, 12, 13, 16});
    assertThat(Scaler.minMax(windows.channels(2)).transform(windows.channels(2)).value(11, 0))
        .isEqualTo(1);
  }

  @Test
  void findsWhereAWindowIsNotFinite() {
    float[] values = steps("x", 9_000, 1).toArray();
    values[8_500] = Float.NaN;

    Column windows = TimeseriesWindows.of(2).windows(Column.of("x", 1, values));

    assertThat(windows.firstNotFinite()).isEqualTo(2 * 8_499 + 1);
    assertThat(windows.slice(0, 8_499).firstNotFinite()).isEqualTo(-1);
    assertThat(windows.slice(8_499, 8_501).firstNotFinite()).isEqualTo(1);
  }

  /** test_errors: the numbers it asks for. */
  @Test
  void saysWhyThereIsNoWindow() {
    Column ten = steps("x", 10, 1);

    assertRefuses("startIndex must be 0", () -> TimeseriesWindows.of(3).startIndex(-1));
    assertRefuses("no window of 3", () -> TimeseriesWindows.of(3).startIndex(11).windows(ten));
    assertRefuses("endIndex must be 1", () -> TimeseriesWindows.of(3).endIndex(-1));
    assertRefuses(
        "x [10, 1] has 10 steps", () -> TimeseriesWindows.of(3).endIndex(11).windows(ten));
    assertRefuses("samplingRate must be 1", () -> TimeseriesWindows.of(3).samplingRate(0));
    assertRefuses("sequenceStride must be 1", () -> TimeseriesWindows.of(3).sequenceStride(0));
    assertRefuses("sequenceLength must be 1", () -> TimeseriesWindows.of(0));
    assertRefuses("lie 5 apart", () -> TimeseriesWindows.of(3).samplingRate(5).windows(ten));
    assertRefuses(
        "has no target",
        () -> TimeseriesWindows.of(3).startIndex(4).examples(ten, steps("y", 4, 1)));
    assertRefuses(
        "a larger sequenceStride",
        () -> TimeseriesWindows.of(50_000).windows(steps("x", 100_000, 1)));
  }

  private static void assertRefuses(String message, Executable what) {
    assertThat(assertThrows(IllegalArgumentException.class, what))
        .hasMessageThat()
        .contains(message);
  }
}
