package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.SIZES;
import static org.synapt.testkit.Numbers.normal;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.Reduce;

/** Sums and maxima over first, middle and last axes. */
final class ReduceChecks {
  private final Backend backend;
  private final Reduce reduce;

  private ReduceChecks(Backend backend, Reduce reduce) {
    this.backend = backend;
    this.reduce = reduce;
  }

  static Stream<DynamicTest> of(Backend backend, Reduce reduce) {
    ReduceChecks checks = new ReduceChecks(backend, reduce);
    return Stream.of(
        dynamicTest("sum", () -> forAllSizes(checks::sum)),
        dynamicTest("sumAdd", () -> forAllSizes(checks::sumAdd)),
        dynamicTest("max", () -> forAllSizes(checks::max)),
        dynamicTest("max of negative numbers", checks::maxOfNegatives),
        dynamicTest("NaN and infinity stay in their sum", checks::extremes));
  }

  private void sum(int outer, int extent, int inner) {
    Slot x = Slot.read(normal(outer * extent * inner));
    Slot y = Slot.written(outer * inner);
    Memory memory = Memory.of(backend, x, y);
    reduce.sum(outer, extent, inner, x.buffer(), y.buffer());
    String what = "sum " + outer + " x " + extent + " x " + inner;
    memory.check(what);
    sums(outer, extent, inner, x.before).agreesWith(what, extent, y.floats());
  }

  private void sumAdd(int outer, int extent, int inner) {
    Slot x = Slot.read(normal(outer * extent * inner));
    Slot y = Slot.updated(normal(outer * inner, 1));
    Memory memory = Memory.of(backend, x, y);
    reduce.sumAdd(outer, extent, inner, x.buffer(), y.buffer());
    String what = "sumAdd " + outer + " x " + extent + " x " + inner;
    memory.check(what);
    Reference reference = sums(outer, extent, inner, x.before);
    for (int i = 0; i < outer * inner; i++) {
      reference.add(i, y.before[i]);
    }
    reference.agreesWith(what, extent, y.floats());
  }

  private void max(int outer, int extent, int inner) {
    checkMax(outer, extent, inner, normal(outer * extent * inner));
  }

  private void maxOfNegatives() {
    float[] x = normal(7 * 13 * 7);
    for (int i = 0; i < x.length; i++) {
      x[i] = -1e30f - Math.abs(x[i]) * 1e30f;
    }
    checkMax(7, 13, 7, x);
    checkMax(49, 13, 1, x);
  }

  private void checkMax(int outer, int extent, int inner, float[] floats) {
    Slot x = Slot.read(floats);
    Slot y = Slot.written(outer * inner);
    Memory memory = Memory.of(backend, x, y);
    reduce.max(outer, extent, inner, x.buffer(), y.buffer());
    String what = "max " + outer + " x " + extent + " x " + inner;
    memory.check(what);
    Reference reference = new Reference(outer * inner);
    for (int i = 0; i < outer * inner; i++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int e = 0; e < extent; e++) {
        largest = Math.max(largest, floats[(i / inner * extent + e) * inner + i % inner]);
      }
      reference.add(i, largest);
    }
    reference.agreesWith(what, 0, y.floats());
  }

  private void extremes() {
    int outer = Numbers.EXTREMES.length;
    float[] floats = normal(outer * 13);
    for (int i = 0; i < outer; i++) {
      floats[i * 13 + i] = Numbers.EXTREMES[i];
    }
    Slot x = Slot.read(floats);
    Slot y = Slot.written(outer);
    Memory memory = Memory.of(backend, x, y);
    reduce.sum(outer, 13, 1, x.buffer(), y.buffer());
    memory.check("extremes");
    sums(outer, 13, 1, floats).agreesWith("extremes", 13, y.floats());
    checkMax(outer, 13, 1, floats);
  }

  private static Reference sums(int outer, int extent, int inner, float[] x) {
    Reference y = new Reference(outer * inner);
    for (int i = 0; i < x.length; i++) {
      y.add(i / (extent * inner) * inner + i % inner, x[i]);
    }
    return y;
  }

  /** What is done with the extents. */
  private interface Sizes {
    void run(int outer, int extent, int inner);
  }

  private static void forAllSizes(Sizes check) {
    for (int extent : SIZES) {
      for (int inner : SIZES) {
        check.run(1, extent, inner);
        check.run(7, extent, inner);
      }
    }
    check.run(1, 100, 2_500);
    check.run(2_500, 100, 1);
    check.run(3, 1_000, 100);
  }
}
