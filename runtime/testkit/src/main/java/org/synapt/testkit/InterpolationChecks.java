package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.normal;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.Interpolation;

/** An axis drawn out, and its gradient, by the formula. */
final class InterpolationChecks {
  private static final int[] EXTENTS = {1, 2, 5, 13};
  private static final int[] FACTORS = {1, 2, 3, 4, 7};
  private static final int[] INNERS = {1, 3, 13, 207, 1_500};

  private final Backend backend;
  private final Interpolation kernel;

  private InterpolationChecks(Backend backend, Interpolation kernel) {
    this.backend = backend;
    this.kernel = kernel;
  }

  static Stream<DynamicTest> of(Backend backend, Interpolation kernel) {
    InterpolationChecks checks = new InterpolationChecks(backend, kernel);
    return Stream.of(
        dynamicTest("between neighbours", () -> forAll(it -> checks.linear(it, it.normal()))),
        dynamicTest("an image of one colour stays so", () -> forAll(checks::constant)),
        dynamicTest("NaN reaches its neighbours only", () -> forFew(checks::notANumber)),
        dynamicTest("gradient", () -> forAll(checks::gradient)),
        dynamicTest("NaN in a gradient reaches its two elements", () -> forFew(checks::steep)));
  }

  /** An axis among others. */
  private record Case(int outer, int extent, int factor, int inner) {
    int elements() {
      return outer * extent * inner;
    }

    float[] normal() {
      return Numbers.normal(elements());
    }

    /** The result's place between the middles of elements. */
    double middle(int j) {
      return Math.max(0, (j + 0.5) / factor - 0.5);
    }

    int lower(int j) {
      return (int) middle(j);
    }

    int upper(int j) {
      return Math.min(lower(j) + 1, extent - 1);
    }

    double share(int j) {
      return middle(j) - lower(j);
    }
  }

  /** What is done with an axis. */
  private interface Check {
    void run(Case it);
  }

  private static void forAll(Check check) {
    for (int extent : EXTENTS) {
      for (int factor : FACTORS) {
        for (int inner : INNERS) {
          check.run(new Case(1, extent, factor, inner));
          check.run(new Case(3, extent, factor, inner));
        }
      }
    }
    check.run(new Case(3, 1_001, 2, 33));
    check.run(new Case(401, 28, 3, 1));
  }

  /** Those where no share is 0 but at the ends: 0 times NaN may be NaN, or nothing at all. */
  private static void forFew(Check check) {
    for (int inner : INNERS) {
      check.run(new Case(1, 5, 2, inner));
      check.run(new Case(1, 13, 4, inner));
    }
  }

  private void constant(Case it) {
    float[] x = it.normal();
    Arrays.fill(x, 0.1f);
    float[] y = new float[it.factor * it.elements()];
    Arrays.fill(y, 0.1f);
    Reference.same("one colour, " + it, y, linear(it, x));
  }

  private void notANumber(Case it) {
    float[] x = it.normal();
    x[x.length / 2] = Float.NaN;
    linear(it, x);
  }

  private float[] linear(Case it, float... floats) {
    Slot x = Slot.read(floats);
    Slot y = Slot.written(it.factor * it.elements());
    Memory memory = Memory.of(backend, x, y);
    kernel.linear(it.outer, it.extent, it.factor, it.inner, x.buffer(), y.buffer());
    memory.check(it.toString());
    Reference expected = new Reference(it.factor * it.elements());
    int i = 0;
    for (int o = 0; o < it.outer; o++) {
      for (int j = 0; j < it.factor * it.extent; j++) {
        for (int k = 0; k < it.inner; k++) {
          double low = floats[(o * it.extent + it.lower(j)) * it.inner + k];
          double high = floats[(o * it.extent + it.upper(j)) * it.inner + k];
          expected.add(i, low);
          expected.add(i++, it.share(j) * (high - low), Math.abs(low) + Math.abs(high));
        }
      }
    }
    expected.agreesWith(it.toString(), 2, y.floats());
    return y.floats();
  }

  private void gradient(Case it) {
    gradient(it, normal(it.factor * it.elements(), 2));
  }

  private void steep(Case it) {
    float[] dy = normal(it.factor * it.elements(), 2);
    dy[dy.length / 2] = Float.NaN;
    gradient(it, dy);
  }

  private void gradient(Case it, float... gradients) {
    Slot dy = Slot.read(gradients);
    Slot dx = Slot.written(it.elements());
    Memory memory = Memory.of(backend, dy, dx);
    kernel.linearGradient(it.outer, it.extent, it.factor, it.inner, dy.buffer(), dx.buffer());
    memory.check(it.toString());
    Reference expected = new Reference(it.elements());
    int i = 0;
    for (int o = 0; o < it.outer; o++) {
      for (int j = 0; j < it.factor * it.extent; j++) {
        for (int k = 0; k < it.inner; k++) {
          double each = gradients[i++];
          expected.add((o * it.extent + it.lower(j)) * it.inner + k, (1 - it.share(j)) * each);
          expected.add((o * it.extent + it.upper(j)) * it.inner + k, it.share(j) * each);
        }
      }
    }
    expected.agreesWith("gradient, " + it, 2 * it.factor, dx.floats());
  }
}
