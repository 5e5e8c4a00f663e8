package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.SIZES;
import static org.synapt.testkit.Numbers.normal;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Pointwise;

/** Formulas of one to four operands, in place and not, over few and many rows and columns. */
final class PointwiseChecks {
  /** Beyond one block of any backend, and enough for several threads. */
  private static final int[][] LARGE = {{1, 70_001}, {70_001, 1}, {3, 2_500}, {401, 207}};

  private final Backend backend;
  private final Pointwise pointwise;

  private PointwiseChecks(Backend backend, Pointwise pointwise) {
    this.backend = backend;
    this.pointwise = pointwise;
  }

  static Stream<DynamicTest> of(Backend backend, Pointwise pointwise) {
    PointwiseChecks checks = new PointwiseChecks(backend, pointwise);
    Stream<DynamicTest> shapes =
        Stream.of(
            dynamicTest("one value", () -> forAllSizes(checks::oneValue)),
            dynamicTest("one value in place", () -> forAllSizes(checks::oneValueInPlace)),
            dynamicTest("one vector", () -> forAllSizes(checks::oneVector)),
            dynamicTest("two operands in place", () -> forAllSizes(checks::twoInPlace)),
            dynamicTest("three operands, over the second", () -> forAllSizes(checks::threeInPlace)),
            dynamicTest("four operands", () -> forAllSizes(checks::four)),
            dynamicTest("extremes pass unchanged", checks::extremes));
    return Stream.concat(shapes, FormulaChecks.of(backend, pointwise));
  }

  private void oneValue(int rows, int columns) {
    Slot x = Slot.read(normal(rows * columns));
    Slot y = Slot.written(rows * columns);
    Memory memory = Memory.of(backend, x, y);
    pointwise.apply(rows, columns, Formulas.TWICE, y.buffer(), x.buffer());
    check(memory, rows, columns, y, i -> 2.0 * x.before[i]);
  }

  private void oneValueInPlace(int rows, int columns) {
    Slot x = Slot.updated(normal(rows * columns));
    Memory memory = Memory.of(backend, x);
    pointwise.apply(rows, columns, Formulas.TWICE, x.buffer(), x.buffer());
    check(memory, rows, columns, x, i -> 2.0 * x.before[i]);
  }

  private void oneVector(int rows, int columns) {
    Slot v = Slot.read(normal(columns));
    Slot y = Slot.written(rows * columns);
    Memory memory = Memory.of(backend, v, y);
    pointwise.apply(rows, columns, Formulas.VECTOR, y.buffer(), v.buffer());
    check(memory, rows, columns, y, i -> v.before[i % columns]);
  }

  private void twoInPlace(int rows, int columns) {
    Slot x = Slot.updated(normal(rows * columns));
    Slot v = Slot.read(normal(columns, 1));
    Memory memory = Memory.of(backend, x, v);
    pointwise.apply(rows, columns, Formulas.DIFFERENCE, x.buffer(), x.buffer(), v.buffer());
    check(memory, rows, columns, x, i -> (double) x.before[i] - v.before[i % columns]);
  }

  private void threeInPlace(int rows, int columns) {
    Slot x0 = Slot.read(normal(rows * columns, 1));
    Slot x1 = Slot.updated(normal(rows * columns, 2));
    Slot v = Slot.read(normal(columns, 3));
    Memory memory = Memory.of(backend, x0, x1, v);
    Buffer y = x1.buffer();
    pointwise.apply(rows, columns, Formulas.PRODUCT_MINUS, y, x0.buffer(), x1.buffer(), v.buffer());
    check(
        memory,
        rows,
        columns,
        x1,
        i -> (double) x0.before[i] * x1.before[i],
        i -> -v.before[i % columns]);
  }

  private void four(int rows, int columns) {
    Slot x0 = Slot.read(normal(rows * columns, 1));
    Slot x1 = Slot.read(normal(rows * columns, 2));
    Slot v0 = Slot.read(normal(columns, 3));
    Slot v1 = Slot.read(normal(columns, 4));
    Slot y = Slot.written(rows * columns);
    Memory memory = Memory.of(backend, x0, y, x1, v0, v1);
    Buffer[] x = {x0.buffer(), x1.buffer(), v0.buffer(), v1.buffer()};
    pointwise.apply(rows, columns, Formulas.AFFINE, y.buffer(), x);
    check(
        memory,
        rows,
        columns,
        y,
        i -> (double) x0.before[i] * v0.before[i % columns],
        i -> -(double) x1.before[i] * v0.before[i % columns],
        i -> v1.before[i % columns]);
  }

  private void extremes() {
    int n = Numbers.EXTREMES.length;
    Slot x = Slot.read(Numbers.EXTREMES);
    Slot y = Slot.written(n);
    Memory memory = Memory.of(backend, x, y);
    pointwise.apply(1, n, Formulas.SAME, y.buffer(), x.buffer());
    memory.check("extremes");
    Reference.same("extremes", Numbers.EXTREMES, y.floats());
  }

  /** A term of the result at a position. */
  private interface Term {
    double at(int i);
  }

  private static void check(Memory memory, int rows, int columns, Slot y, Term... terms) {
    String what = rows + " x " + columns;
    memory.check(what);
    Reference reference = new Reference(rows * columns);
    for (Term term : terms) {
      for (int i = 0; i < rows * columns; i++) {
        reference.add(i, term.at(i));
      }
    }
    reference.agreesWith(what, terms.length, y.floats());
  }

  /** What is done with the extents of a matrix. */
  private interface Sizes {
    void run(int rows, int columns);
  }

  private static void forAllSizes(Sizes check) {
    for (int rows : SIZES) {
      for (int columns : SIZES) {
        check.run(rows, columns);
      }
    }
    for (int[] shape : LARGE) {
      check.run(shape[0], shape[1]);
    }
  }
}
