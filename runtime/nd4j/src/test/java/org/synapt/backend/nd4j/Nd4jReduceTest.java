package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Reduce;

final class Nd4jReduceTest {

  /** The gradient of a bias behind a convolution or a product, numbers alone, and planes. */
  @ParameterizedTest
  @CsvSource({
    "1, 21632, 32",
    "1, 78400, 3",
    "1, 200003, 1",
    "3, 70001, 1",
    "1, 1, 3000",
    "3000, 1, 1",
    "5, 997, 129",
    "2, 3, 20001"
  })
  void addsUpInAnyShape(int outer, int extent, int inner) {
    for (boolean here : new boolean[] {true, false}) {
      try (Nd4jBackend backend = new Nd4jBackend(new Workers(1), here)) {
        Reduce reduce = backend.kernel(Reduce.class).orElseThrow();
        float[] values = normal(outer * extent * inner);
        Buffer x = buffer(backend, values);
        float[] before = normal(outer * inner);
        Buffer y = buffer(backend, before);
        reduce.sumAdd(outer, extent, inner, x, y);
        float[] added = floats(y);
        reduce.sum(outer, extent, inner, x, y);
        float[] sums = floats(y);
        for (int i = 0; i < before.length; i++) {
          double total = 0;
          double size = 0;
          for (int e = 0; e < extent; e++) {
            float value = values[(i / inner * extent + e) * inner + i % inner];
            total += value;
            size += Math.abs(value);
          }
          double tolerance = (8 + Math.sqrt(extent)) * 0x1p-24 * (size + Math.abs(before[i]));
          assertThat((double) sums[i]).isWithin(tolerance).of(total);
          assertThat((double) added[i]).isWithin(tolerance).of(total + before[i]);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void findsWhatIsNoNumberAmongTheLargest(boolean here) {
    float nan = Float.NaN;
    float infinity = Float.POSITIVE_INFINITY;
    try (Nd4jBackend backend = new Nd4jBackend(new Workers(1), here)) {
      Reduce reduce = backend.kernel(Reduce.class).orElseThrow();
      Buffer x =
          buffer(backend, 1, nan, 2, 3, infinity, 1, nan, infinity, 0, -2, -infinity, -1, 1, 2, 3);
      Buffer y = backend.allocate(5);
      reduce.max(5, 3, 1, x, y);
      assertThat(floats(y)).usingExactEquality().containsExactly(nan, infinity, nan, -1, 3);
      reduce.max(1, 3, 5, x, y);
      assertThat(floats(y)).usingExactEquality().containsExactly(1, nan, infinity, 3, infinity);
    }
  }

  /** Of each it keeps what it has prepared, until there are too many. */
  @Test
  void addsUpMoreShapesThanItRemembers() {
    try (Nd4jBackend backend = new Nd4jBackend(new Workers(1), /* here= */ true)) {
      Reduce reduce = backend.kernel(Reduce.class).orElseThrow();
      float[] values = normal(2_000);
      Buffer x = buffer(backend, values);
      Buffer y = backend.allocate(1);
      for (int round = 0; round < 2; round++) {
        double sum = 0;
        for (int count = 1; count <= 600; count++) {
          sum += values[count - 1];
          reduce.sum(1, count, 1, x, y);
          assertThat((double) floats(y)[0]).isWithin(1e-4).of(sum);
        }
      }
    }
  }

  static float[] normal(int count) {
    Random random = new Random(count);
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    return floats;
  }

  static Buffer buffer(Nd4jBackend backend, float... values) {
    Buffer buffer = backend.allocate(values.length);
    buffer.put(0, values, 0, values.length);
    return buffer;
  }

  static float[] floats(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }
}
