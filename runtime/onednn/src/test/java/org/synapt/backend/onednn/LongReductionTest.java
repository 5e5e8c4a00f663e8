package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Reduce;

/** Reductions of more rows than a block has, against sums in double. */
final class LongReductionTest {
  /** The gradient of a bias behind a convolution or a product, one number, and awkward rows. */
  @ParameterizedTest
  @CsvSource({
    "1, 21632, 32",
    "1, 500, 784",
    "1, 200003, 1",
    "3, 70001, 1",
    "2, 3, 20001",
    "5, 997, 129",
    "3, 40, 1025",
    "1, 1, 3000"
  })
  void addUpInAnyShape(int outer, int extent, int inner) {
    try (Site site = Site.of(2)) {
      float[] values = Site.normal(outer * extent * inner);
      Buffer x = site.copy(values);
      float[] before = Site.normal(outer * inner);
      Buffer y = site.copy(before);
      Reduce reduce = site.kernel(Reduce.class);
      reduce.sum(outer, extent, inner, x, y);
      float[] sum = Site.floats(y);
      y.put(0, before, 0, before.length);
      reduce.sumAdd(outer, extent, inner, x, y);
      float[] added = Site.floats(y);
      reduce.max(outer, extent, inner, x, y);
      float[] largest = Site.floats(y);
      for (int i = 0; i < before.length; i++) {
        double total = 0;
        double size = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int e = 0; e < extent; e++) {
          float value = values[(i / inner * extent + e) * inner + i % inner];
          total += value;
          size += Math.abs(value);
          most = Math.max(most, value);
        }
        double tolerance = (8 + Math.sqrt(extent)) * 0x1p-24 * (size + Math.abs(before[i]));
        assertThat((double) sum[i]).isWithin(tolerance).of(total);
        assertThat((double) added[i]).isWithin(tolerance).of(total + before[i]);
        assertThat(largest[i]).isEqualTo(most);
      }
    }
  }
}
