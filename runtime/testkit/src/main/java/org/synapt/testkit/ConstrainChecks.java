package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.SIZES;
import static org.synapt.testkit.Numbers.normal;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.Constrain;

/** Norms along first, middle and last axes, and signs. */
final class ConstrainChecks {
  private final Backend backend;
  private final Constrain constrain;

  private ConstrainChecks(Backend backend, Constrain constrain) {
    this.backend = backend;
    this.constrain = constrain;
  }

  static Stream<DynamicTest> of(Backend backend, Constrain constrain) {
    ConstrainChecks checks = new ConstrainChecks(backend, constrain);
    return Stream.of(
        dynamicTest("norms", checks::forAllSizes),
        dynamicTest("norms of what is 0 or lacks a number", checks::extremes),
        dynamicTest("nonNegative", checks::nonNegative));
  }

  private void forAllSizes() {
    for (int extent : SIZES) {
      for (int inner : SIZES) {
        float[] x = normal(3 * extent * inner);
        norms(1, extent, inner, 0, 2, 1, x);
        norms(3, extent, inner, 1, 1, 1, x);
        norms(3, extent, inner, 0.5f, 1.5f, 0.25f, x);
      }
    }
    norms(1, 13, 2_500, 0, 2, 1, normal(13 * 2_500));
    norms(7, 2_500, 1, 0, 2, 1, normal(7 * 2_500));
  }

  private void norms(
      int outer, int extent, int inner, float least, float most, float rate, float... floats) {
    Slot x = Slot.updated(Arrays.copyOf(floats, outer * extent * inner));
    Memory memory = Memory.of(backend, x);
    constrain.norms(outer, extent, inner, least, most, rate, x.buffer());
    String what = "norms of " + outer + " x " + extent + " x " + inner + ", rate " + rate;
    memory.check(what);
    Reference reference = new Reference(x.before.length);
    for (int first = 0; first < outer * inner; first++) {
      int at = first / inner * extent * inner + first % inner;
      double factor = factor(extent, inner, least, most, rate, at, x.before);
      for (int e = 0; e < extent; e++) {
        reference.add(at + e * inner, factor * x.before[at + e * inner]);
      }
    }
    reference.agreesWith(what, extent, x.floats());
  }

  private static double factor(
      int extent, int inner, float least, float most, float rate, int at, float... x) {
    double squares = 0;
    for (int e = 0; e < extent; e++) {
      squares += (double) x[at + e * inner] * x[at + e * inner];
    }
    double norm = Math.sqrt(squares);
    double wanted = rate * Math.min(Math.max(norm, least), most) + (1 - rate) * norm;
    return wanted / (1e-7 + norm);
  }

  private void extremes() {
    norms(1, 5, 1, 0.5f, 2, 1, new float[5]);
    norms(1, 5, 3, 0.5f, 2, 1, new float[15]);
    float[] x = normal(15);
    x[4] = Float.NaN;
    norms(1, 5, 3, 0, 2, 1, x);
    norms(3, 5, 1, 0, 2, 1, x);
  }

  private void nonNegative() {
    for (int count : SIZES) {
      nonNegative(normal(count));
    }
    nonNegative(Numbers.EXTREMES);
  }

  private void nonNegative(float... floats) {
    Slot x = Slot.updated(floats);
    Memory memory = Memory.of(backend, x);
    constrain.nonNegative(floats.length, x.buffer());
    memory.check("nonNegative of " + floats.length);
    Reference reference = new Reference(floats.length);
    for (int i = 0; i < floats.length; i++) {
      reference.add(i, Math.max(floats[i], 0.0));
    }
    reference.agreesWith("nonNegative of " + floats.length, 0, x.floats());
  }
}
