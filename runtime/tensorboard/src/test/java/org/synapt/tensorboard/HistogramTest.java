package org.synapt.tensorboard;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class HistogramTest {

  /** {@code test_singleton_input} and the next two of TensorBoard's histogram/summary_test.py. */
  @Test
  void equalNumbersAreAllInTheLastBucket() {
    for (int count : new int[] {1, 3}) {
      float[] numbers = new float[count];
      Arrays.fill(numbers, 12);

      double[] rows = Histogram.of(numbers).rows();

      for (int bucket = 0; bucket < 30; bucket++) {
        assertThat(rows[bucket * 3]).isEqualTo(12);
        assertThat(rows[bucket * 3 + 1]).isEqualTo(12);
        assertThat(rows[bucket * 3 + 2]).isEqualTo(bucket == 29 ? count : 0);
      }
    }
  }

  /** {@code test_empty_input} there. */
  @Test
  void noNumbersAreThirtyEmptyBuckets() {
    assertThat(Histogram.of(new float[0]).rows()).isEqualTo(new double[90]);
  }

  @Test
  void bucketsAreEquallyWideAndTheGreatestIsInTheLast() {
    // 0 to 3 in buckets of 0.1: 0.05 in the first, 0.1 and 0.15 in the second, 3 in the last.
    double[] rows = Histogram.of(new float[] {0, 0.05f, 0.15f, 0.125f, 3}).rows();

    assertThat(rows[2]).isEqualTo(2);
    assertThat(rows[5]).isEqualTo(2);
    assertThat(rows[89]).isEqualTo(1);
    for (int bucket = 0; bucket < 30; bucket++) {
      assertThat(rows[bucket * 3]).isWithin(1e-12).of(bucket * 0.1);
      assertThat(rows[bucket * 3 + 1]).isWithin(1e-12).of((bucket + 1) * 0.1);
    }
    assertThat(rows[88]).isEqualTo(3);
  }

  @Test
  void leavesOutWhatIsNotFinite() {
    Histogram all = Histogram.of(new float[] {1, Float.NaN, 2, Float.POSITIVE_INFINITY});

    assertThat(all.rows()).isEqualTo(Histogram.of(new float[] {1, 2}).rows());
  }
}
