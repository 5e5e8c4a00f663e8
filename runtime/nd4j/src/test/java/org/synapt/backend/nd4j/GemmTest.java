package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

final class GemmTest {
  private static final int[] EXTENTS = {1, 2, 17};
  private final Gemm gemm = new Gemm();

  @ParameterizedTest
  @CsvSource({"false, false", "true, false", "false, true", "true, true"})
  void multipliesBlocksOfLargerMatrices(boolean transA, boolean transB) {
    for (int m : EXTENTS) {
      for (int k : EXTENTS) {
        for (int n : EXTENTS) {
          for (int gap : new int[] {0, 3}) {
            block(m, k, n, gap, transA, transB);
          }
        }
      }
    }
  }

  /** Sizes where a single row or column is multiplied as a vector. */
  @ParameterizedTest
  @CsvSource({"1, 300, 500", "300, 500, 1"})
  void multipliesRowsAndColumnsWithLargeMatrices(int m, int k, int n) {
    block(m, k, n, 0, false, false);
    block(m, k, n, 5, true, false);
    block(m, k, n, 5, false, true);
  }

  private void block(int m, int k, int n, int gap, boolean transA, boolean transB) {
    int aStep = (transA ? m : k) + gap;
    int bStep = (transB ? k : n) + gap;
    int cStep = n + gap;
    float[] a = normal(5 + (transA ? k : m) * aStep, 1);
    float[] b = normal(7 + (transB ? n : k) * bStep, 2);
    float[] c = normal(3 + m * cStep, 3);
    Nd4jBuffer result = buffer(c);
    gemm.a(buffer(a), 5, aStep, transA).b(buffer(b), 7, bStep, transB).c(result, 3, cStep);
    gemm.multiply(m, k, n);
    float[] product = floats(result);
    gemm.add(m, k, n);
    float[] twice = floats(result);

    float[] untouched = c.clone();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int p = 0; p < k; p++) {
          float left = a[5 + (transA ? p * aStep + i : i * aStep + p)];
          sum += (double) left * b[7 + (transB ? j * bStep + p : p * bStep + j)];
        }
        int at = 3 + i * cStep + j;
        String what = m + " x " + k + " x " + n + " + " + gap + ", " + i + ", " + j;
        assertWithMessage(what).that(product[at]).isWithin(1e-4f).of((float) sum);
        assertWithMessage(what).that(twice[at]).isWithin(2e-4f).of((float) (2 * sum));
        untouched[at] = twice[at];
      }
    }
    assertThat(twice).isEqualTo(untouched);
  }

  @Test
  void writesNothingWhereThereIsNoRow() {
    Nd4jBuffer c = buffer(1, 2);

    gemm.a(buffer(3), 0, 1, false).b(buffer(4, 5), 0, 2, false).c(c, 0, 2).multiply(0, 1, 2);

    assertThat(floats(c)).isEqualTo(new float[] {1, 2});
  }

  @Test
  void forgetsWhatTheResultWas() {
    Nd4jBuffer c = buffer(Float.NaN, Float.POSITIVE_INFINITY);

    gemm.a(buffer(3), 0, 1, false).b(buffer(4, 5), 0, 2, false).c(c, 0, 2).multiply(1, 1, 2);

    assertThat(floats(c)).isEqualTo(new float[] {12, 15});
  }

  @Test
  void givesTheSameBitsAgain() {
    Nd4jBuffer a = buffer(normal(100 * 300, 1));
    Nd4jBuffer b = buffer(normal(300 * 50, 2));
    Nd4jBuffer c = buffer(new float[100 * 50]);
    gemm.a(a, 0, 300, false).b(b, 0, 50, false).c(c, 0, 50).multiply(100, 300, 50);
    float[] first = floats(c);

    new Gemm().a(a, 0, 300, false).b(b, 0, 50, false).c(c, 0, 50).multiply(100, 300, 50);

    assertThat(floats(c)).isEqualTo(first);
  }

  @Test
  void readsAndWritesWhatBuffersBorrow() {
    Nd4jBuffer a = buffer(1, 2);
    Nd4jBuffer c = buffer(0);
    Nd4jBuffer b = buffer(10, 100);
    INDArray input = Nd4j.createFromArray(3f, 4f);
    INDArray output = Nd4j.create(DataType.FLOAT, 1);
    gemm.a(a, 0, 2, false).b(b, 0, 1, false).c(c, 0, 1).multiply(1, 2, 1);
    a.borrow(Nd4jBuffer.of(input));
    c.borrow(Nd4jBuffer.of(output));
    gemm.a(a, 0, 2, false).b(b, 0, 1, false).c(c, 0, 1).multiply(1, 2, 1);
    a.giveBack();
    c.giveBack();

    assertThat(output.getFloat(0)).isEqualTo(430f);
    assertThat(floats(c)).isEqualTo(new float[] {210});
  }

  private static Nd4jBuffer buffer(float... floats) {
    Nd4jBuffer buffer = new Nd4jBuffer(Floats.zeros(floats.length, true), 0, floats.length);
    buffer.put(0, floats, 0, floats.length);
    return buffer;
  }

  private static float[] floats(Nd4jBuffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  private static float[] normal(int length, int seed) {
    Random random = new Random(seed);
    float[] floats = new float[length];
    for (int i = 0; i < length; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    return floats;
  }
}
