package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchMatMul;
import org.synapt.kernel.MatMul;

class JavaBatchMatMulTest {
  private static final int[][] SIZES = {
    {1, 3, 4, 5}, {3, 2, 7, 2}, {7, 13, 8, 13}, {2, 64, 100, 33}, {5, 40, 40, 40}
  };

  @Test
  void multipliesEachExampleAsAProductOfItsOwn() {
    try (Workers workers = new Workers(3)) {
      for (int[] size : SIZES) {
        int batch = size[0];
        int m = size[1];
        int k = size[2];
        int n = size[3];
        Buffer a = random(batch * m * k, 1);
        Buffer b = random(batch * k * n, 2);
        for (int kind = 0; kind < 3; kind++) {
          Buffer together = new ArrayBuffer(new float[batch * m * n + 2], 2, batch * m * n);
          Buffer alone = new ArrayBuffer(new float[batch * m * n], 0, batch * m * n);
          multiply(new JavaBatchMatMul(workers), kind, batch, m, k, n, a, b, together);
          for (int i = 0; i < batch; i++) {
            multiply(
                new JavaMatMul(new Workers(1)),
                kind,
                m,
                k,
                n,
                a.slice(i * m * k, m * k),
                b.slice(i * k * n, k * n),
                alone.slice(i * m * n, m * n));
          }
          assertWithMessage("%s of %s x %s x %s, kind %s", batch, m, k, n, kind)
              .that(floats(together))
              .usingExactEquality()
              .containsExactly(floats(alone))
              .inOrder();
        }
      }
    }
  }

  private static void multiply(
      BatchMatMul matMul, int kind, int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    switch (kind) {
      case 0 -> matMul.mult(batch, m, k, n, a, b, c);
      case 1 -> matMul.multTransA(batch, m, k, n, a, b, c);
      default -> matMul.multTransB(batch, m, k, n, a, b, c);
    }
  }

  private static void multiply(
      MatMul matMul, int kind, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    switch (kind) {
      case 0 -> matMul.mult(m, k, n, a, b, c);
      case 1 -> matMul.multTransA(m, k, n, a, b, c);
      default -> matMul.multTransB(m, k, n, a, b, c);
    }
  }

  private static float[] floats(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  private static Buffer random(int count, int stream) {
    Random random = new Random(7_000 + stream);
    float[] within = new float[count + 3];
    for (int i = 0; i < within.length; i++) {
      within[i] = random.nextFloat() - 0.5f;
    }
    return new ArrayBuffer(within, 3, count);
  }
}
