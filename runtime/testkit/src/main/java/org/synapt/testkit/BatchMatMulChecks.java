package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.normal;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchMatMul;

/** One product per example: each example is checked as a product of its own. */
final class BatchMatMulChecks {
  private static final int[][] SHAPES = {
    {1, 1, 1}, {7, 13, 64}, {13, 64, 7}, {64, 7, 13}, {1, 207, 13}, {13, 1, 207}, {64, 64, 64}
  };

  /** One of the forms of a product. */
  interface Product {
    void run(int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c);
  }

  private BatchMatMulChecks() {}

  static Stream<DynamicTest> of(Backend backend, BatchMatMul matMul) {
    return Stream.of(
        dynamicTest("mult", () -> check(backend, matMul::mult, false, false)),
        dynamicTest("multTransA", () -> check(backend, matMul::multTransA, true, false)),
        dynamicTest("multTransB", () -> check(backend, matMul::multTransB, false, true)));
  }

  private static void check(Backend backend, Product product, boolean transA, boolean transB) {
    for (int batch : new int[] {1, 7, 13}) {
      for (int[] shape : SHAPES) {
        check(backend, product, transA, transB, batch, shape[0], shape[1], shape[2]);
      }
    }
  }

  private static void check(
      Backend backend,
      Product product,
      boolean transA,
      boolean transB,
      int batch,
      int m,
      int k,
      int n) {
    Slot a = Slot.read(normal(batch * m * k, 1));
    Slot b = Slot.read(normal(batch * k * n, 2));
    Slot c = Slot.written(batch * m * n);
    Memory memory = Memory.of(backend, a, b, c);
    product.run(batch, m, k, n, a.buffer(), b.buffer(), c.buffer());
    for (int i = 0; i < batch; i++) {
      String what = "example " + i + ", " + m + " x " + k + " x " + n;
      memory.check(what);
      MatMulChecks.reference(
              m, k, n, part(a.before, i, m * k), transA, part(b.before, i, k * n), transB)
          .agreesWith(what, k, part(c.floats(), i, m * n));
    }
  }

  private static float[] part(float[] floats, int i, int length) {
    return Arrays.copyOfRange(floats, i * length, (i + 1) * length);
  }
}
