package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.normal;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.Penalty;

/** Sums of absolute values and squares, and their gradients. */
final class PenaltyChecks {
  private static final int[] COUNTS = {1, 7, 13, 64, 207, 1_024, 3_000, 200_003};

  private final Backend backend;
  private final Penalty penalty;

  private PenaltyChecks(Backend backend, Penalty penalty) {
    this.backend = backend;
    this.penalty = penalty;
  }

  static Stream<DynamicTest> of(Backend backend, Penalty penalty) {
    PenaltyChecks checks = new PenaltyChecks(backend, penalty);
    return Stream.of(
        dynamicTest("sum", () -> checks.forAll(checks::sum)),
        dynamicTest("gradient", () -> checks.forAll(checks::gradient)),
        dynamicTest("gradientAdd", () -> checks.forAll(checks::gradientAdd)),
        dynamicTest("a weight of 0 leaves its term out", checks::infinities),
        dynamicTest("NaN and infinity stay", checks::extremes));
  }

  private interface Check {
    void run(float l1, float l2, float... x);
  }

  private void forAll(Check check) {
    for (int count : COUNTS) {
      float[] x = normal(count);
      x[count / 2] = 0;
      check.run(0.25f, 0, x);
      check.run(0, 0.1f, x);
      check.run(0.3f, 2, x);
    }
  }

  private void sum(float l1, float l2, float... floats) {
    Slot x = Slot.read(floats);
    Slot y = Slot.written(1);
    Memory memory = Memory.of(backend, x, y);
    penalty.sum(floats.length, l1, l2, x.buffer(), y.buffer());
    String what = "penalty of " + floats.length + " by " + l1 + " and " + l2;
    memory.check(what);
    Reference reference = new Reference(1);
    for (float number : floats) {
      reference.add(0, l1 == 0 ? 0 : l1 * Math.abs((double) number));
      reference.add(0, l2 == 0 ? 0 : (double) l2 * number * number);
    }
    reference.agreesWith(what, floats.length, y.floats());
  }

  private void gradient(float l1, float l2, float... floats) {
    Slot x = Slot.read(floats);
    Slot dx = Slot.written(floats.length);
    Memory memory = Memory.of(backend, x, dx);
    penalty.gradient(floats.length, l1, l2, x.buffer(), dx.buffer());
    String what = "gradient of " + floats.length + " by " + l1 + " and " + l2;
    memory.check(what);
    slopes(l1, l2, floats).agreesWith(what, 2, dx.floats());
  }

  private void gradientAdd(float l1, float l2, float... floats) {
    Slot x = Slot.read(floats);
    Slot dx = Slot.updated(normal(floats.length, 1));
    Memory memory = Memory.of(backend, x, dx);
    penalty.gradientAdd(floats.length, l1, l2, x.buffer(), dx.buffer());
    String what = "gradientAdd of " + floats.length + " by " + l1 + " and " + l2;
    memory.check(what);
    Reference reference = slopes(l1, l2, floats);
    for (int i = 0; i < floats.length; i++) {
      reference.add(i, dx.before[i]);
    }
    reference.agreesWith(what, 3, dx.floats());
  }

  private static Reference slopes(float l1, float l2, float... x) {
    Reference reference = new Reference(x.length);
    for (int i = 0; i < x.length; i++) {
      reference.add(i, l1 == 0 ? 0 : l1 * Math.signum((double) x[i]));
      reference.add(i, l2 == 0 ? 0 : 2.0 * l2 * x[i]);
    }
    return reference;
  }

  private void infinities() {
    sum(0.5f, 0, Float.POSITIVE_INFINITY, 1);
    sum(0, 0.5f, Float.NEGATIVE_INFINITY, 1);
    gradient(0.5f, 0, Float.NEGATIVE_INFINITY, 1);
  }

  private void extremes() {
    for (float extreme : Numbers.EXTREMES) {
      float[] x = normal(13);
      x[5] = extreme;
      sum(0.5f, 1e-8f, x);
      gradient(0.5f, 1e-8f, x);
      gradientAdd(0.5f, 1e-8f, x);
    }
  }
}
