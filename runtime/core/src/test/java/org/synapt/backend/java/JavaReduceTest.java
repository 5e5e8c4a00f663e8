package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class JavaReduceTest {
  private static final int[][] EXTENTS = {
    {1, 10, 12},
    {1, 100, 10},
    {1, 100, 500},
    {1, 20_003, 3},
    {3, 1_001, 32},
    {2, 70, 1_500},
    {1, 3_000, 600},
    {5, 49, 512},
    {40, 40, 40}
  };

  private static float[] normal(int length) {
    Random random = new Random(3);
    float[] floats = new float[length];
    for (int i = 0; i < length; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    return floats;
  }

  private static float[] sum(int threads, int outer, int extent, int inner, float... x) {
    float[] y = new float[outer * inner];
    try (Workers workers = new Workers(threads)) {
      new JavaReduce(workers)
          .sum(
              outer,
              extent,
              inner,
              new ArrayBuffer(x, 0, x.length),
              new ArrayBuffer(y, 0, y.length));
    }
    return y;
  }

  @Test
  void givesTheSameBitsForAnyNumberOfThreads() {
    for (int[] e : EXTENTS) {
      float[] x = normal(e[0] * e[1] * e[2]);
      float[] alone = sum(1, e[0], e[1], e[2], x);
      for (int threads : new int[] {2, 3, 7}) {
        assertWithMessage("%s x %s x %s, %s threads", e[0], e[1], e[2], threads)
            .that(sum(threads, e[0], e[1], e[2], x))
            .isEqualTo(alone);
      }
    }
  }

  @Test
  void sumsInTheStatedOrder() {
    for (int[] e : EXTENTS) {
      float[] x = normal(e[0] * e[1] * e[2]);
      float[] y = sum(2, e[0], e[1], e[2], x);
      for (int i = 0; i < y.length; i++) {
        int o = i / e[2];
        float[] column = new float[e[1]];
        for (int row = 0; row < e[1]; row++) {
          column[row] = x[(o * e[1] + row) * e[2] + i % e[2]];
        }
        assertThat(y[i]).isEqualTo(inOrder(rowsInBlock(e[0], e[1], e[2]), column));
      }
    }
  }

  private static int rowsInBlock(int outer, int extent, int inner) {
    if (extent * inner < 512 && outer * extent * inner < 32_768) {
      return 1;
    }
    int rows = 1;
    while (2 * rows <= Math.min(64, Math.min(512 / inner, extent))) {
      rows *= 2;
    }
    return rows;
  }

  private static float inOrder(int rowsInBlock, float... column) {
    int blocks = (column.length + rowsInBlock - 1) / rowsInBlock;
    int inChunk = Math.max(32, (blocks + 63) / 64) * rowsInBlock;
    float sum = 0;
    for (int chunk = 0; chunk < column.length; chunk += inChunk) {
      float[] lanes = new float[rowsInBlock];
      for (int row = chunk; row < Math.min(column.length, chunk + inChunk); row++) {
        lanes[(row - chunk) % rowsInBlock] += column[row];
      }
      for (int half = rowsInBlock / 2; half > 0; half /= 2) {
        for (int i = 0; i < half; i++) {
          lanes[i] += lanes[half + i];
        }
      }
      sum = chunk == 0 ? lanes[0] : sum + lanes[0];
    }
    return sum;
  }
}
