package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.SIZES;
import static org.synapt.testkit.Numbers.normal;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.MatMul;

/** Products in every form, at every combination of sizes. */
final class MatMulChecks {
  /** One of the forms of a product. */
  interface Product {
    void run(int m, int k, int n, Buffer a, Buffer b, Buffer c);
  }

  private final Backend backend;
  private final MatMul matMul;

  private MatMulChecks(Backend backend, MatMul matMul) {
    this.backend = backend;
    this.matMul = matMul;
  }

  static Stream<DynamicTest> of(Backend backend, MatMul matMul) {
    MatMulChecks checks = new MatMulChecks(backend, matMul);
    return Stream.of(
        checks.test("mult", matMul::mult, false, false, false),
        checks.test("multAdd", matMul::multAdd, false, false, true),
        checks.test("multTransA", matMul::multTransA, true, false, false),
        checks.test("multAddTransA", matMul::multAddTransA, true, false, true),
        checks.test("multTransB", matMul::multTransB, false, true, false),
        checks.test("multAddTransB", matMul::multAddTransB, false, true, true),
        dynamicTest("mult with a formula", () -> forAllSizes(checks::formula)),
        dynamicTest("mult with a formula and a bias", () -> forAllSizes(checks::bias)),
        dynamicTest("NaN and infinity stay in their row", checks::extremes));
  }

  private DynamicTest test(
      String name, Product product, boolean transA, boolean transB, boolean add) {
    return dynamicTest(
        name, () -> forAllSizes((m, k, n) -> product(name, product, transA, transB, add, m, k, n)));
  }

  private void product(
      String name,
      Product product,
      boolean transA,
      boolean transB,
      boolean add,
      int m,
      int k,
      int n) {
    float[] before = normal(m * n, 3);
    Slot a = Slot.read(normal(m * k, 1));
    Slot b = Slot.read(normal(k * n, 2));
    Slot c = add ? Slot.updated(before) : Slot.written(m * n);
    Memory memory = Memory.of(backend, a, b, c);
    product.run(m, k, n, a.buffer(), b.buffer(), c.buffer());
    String what = name + " " + m + " x " + k + " x " + n;
    memory.check(what);
    Reference reference = reference(m, k, n, a.before, transA, b.before, transB);
    for (int i = 0; add && i < m * n; i++) {
      reference.add(i, before[i]);
    }
    reference.agreesWith(what, k, c.floats());
  }

  private void formula(int m, int k, int n) {
    Slot a = Slot.read(normal(m * k, 1));
    Slot b = Slot.read(normal(k * n, 2));
    Slot c = Slot.written(m * n);
    Memory memory = Memory.of(backend, a, b, c);
    matMul.mult(m, k, n, a.buffer(), b.buffer(), c.buffer(), Formulas.TWICE);
    String what = "formula, " + m + " x " + k + " x " + n;
    memory.check(what);
    Reference reference = reference(m, k, n, a.before, false, b.before, false);
    for (int i = 0; i < m * n; i++) {
      reference.add(i, reference.sum(i));
    }
    reference.agreesWith(what, k, c.floats());
  }

  private void bias(int m, int k, int n) {
    Slot a = Slot.read(normal(m * k, 1));
    Slot b = Slot.read(normal(k * n, 2));
    Slot bias = Slot.read(normal(n, 4));
    Slot c = Slot.written(m * n);
    Memory memory = Memory.of(backend, a, b, bias, c);
    matMul.mult(m, k, n, a.buffer(), b.buffer(), c.buffer(), Formulas.DIFFERENCE, bias.buffer());
    String what = "bias, " + m + " x " + k + " x " + n;
    memory.check(what);
    Reference reference = reference(m, k, n, a.before, false, b.before, false);
    for (int i = 0; i < m * n; i++) {
      reference.add(i, -bias.before[i % n]);
    }
    reference.agreesWith(what, k, c.floats());
  }

  private void extremes() {
    int m = Numbers.EXTREMES.length;
    int k = 13;
    int n = 7;
    float[] rows = normal(m * k, 1);
    for (int i = 0; i < m; i++) {
      rows[i * k + i] = Numbers.EXTREMES[i];
    }
    Slot a = Slot.read(rows);
    Slot b = Slot.read(normal(k * n, 2));
    Slot c = Slot.written(m * n);
    Memory memory = Memory.of(backend, a, b, c);
    matMul.mult(m, k, n, a.buffer(), b.buffer(), c.buffer());
    memory.check("extremes");
    reference(m, k, n, rows, false, b.before, false).agreesWith("extremes", k, c.floats());
  }

  /** a [m, k] · b [k, n], either of them stored transposed. */
  static Reference reference(
      int m, int k, int n, float[] a, boolean transA, float[] b, boolean transB) {
    Reference c = new Reference(m * n);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        double size = 0;
        for (int p = 0; p < k; p++) {
          double factor = transA ? a[p * m + i] : a[i * k + p];
          double term = factor * (transB ? b[j * k + p] : b[p * n + j]);
          sum += term;
          size += Math.abs(term);
        }
        c.add(i * n + j, sum, size);
      }
    }
    return c;
  }

  /** What is done with the extents of a product. */
  interface Sizes {
    void run(int m, int k, int n);
  }

  private static void forAllSizes(Sizes check) {
    for (int m : SIZES) {
      for (int k : SIZES) {
        for (int n : SIZES) {
          check.run(m, k, n);
        }
      }
    }
  }
}
