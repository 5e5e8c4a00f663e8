package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.SIZES;
import static org.synapt.testkit.Numbers.normal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.Constrain;

/** Norms along first, middle, last and several axes, and signs. */
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
        dynamicTest("norms along several axes", checks::alongSeveralAxes),
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

  /** Filters of convolutions, those of transposed ones too, and every other choice of axes. */
  private void alongSeveralAxes() {
    int[] kernel = {3, 2, 7, 13};
    for (int chosen = 1; chosen < 1 << kernel.length; chosen++) {
      int bits = chosen;
      int[] axes =
          IntStream.range(0, kernel.length).filter(axis -> (bits >> axis & 1) == 1).toArray();
      float[] x = normal(3 * 2 * 7 * 13, chosen);
      norms(kernel, axes, 0, 2, 1, x);
      norms(kernel, axes, 0.5f, 1.5f, 0.25f, x);
    }
    norms(new int[] {2, 3, 3, 4, 5}, new int[] {0, 1, 2, 3}, 0, 1, 1, normal(360));
    norms(new int[] {2, 3, 3, 4, 5}, new int[] {0, 2, 4}, 0, 1, 1, normal(360));
    norms(new int[] {1, 1, 1, 1}, new int[] {0, 1, 2}, 0, 1, 1, normal(1));
    norms(new int[] {3, 3, 2, 1_100}, new int[] {0, 1, 2}, 0, 2, 1, normal(3 * 3 * 2 * 1_100));
    norms(new int[] {3, 3, 2, 1_100}, new int[] {0, 1, 3}, 0, 2, 1, normal(3 * 3 * 2 * 1_100));
  }

  private void norms(
      int outer, int extent, int inner, float least, float most, float rate, float... floats) {
    norms(new int[] {outer, extent, inner}, new int[] {1}, least, most, rate, floats);
  }

  private void norms(
      int[] shape, int[] axes, float least, float most, float rate, float... floats) {
    int size = IntStream.of(shape).reduce(1, (a, b) -> a * b);
    Slot x = Slot.updated(Arrays.copyOf(floats, size));
    Memory memory = Memory.of(backend, x);
    constrain.norms(shape, axes, least, most, rate, x.buffer());
    String what =
        String.format(
            Locale.ROOT,
            "norms of %s along %s, rate %s",
            Arrays.toString(shape),
            Arrays.toString(axes),
            rate);
    memory.check(what);
    Reference reference = new Reference(size);
    double[] squares = new double[size];
    for (int at = 0; at < size; at++) {
      squares[first(at, shape, axes)] += (double) x.before[at] * x.before[at];
    }
    for (int at = 0; at < size; at++) {
      double norm = Math.sqrt(squares[first(at, shape, axes)]);
      double wanted = rate * Math.min(Math.max(norm, least), most) + (1 - rate) * norm;
      reference.add(at, wanted / (1e-7 + norm) * x.before[at]);
    }
    int added = IntStream.of(axes).map(axis -> shape[axis]).reduce(1, (a, b) -> a * b);
    reference.agreesWith(what, added, x.floats());
  }

  /** Where the first of those lies that share a norm with what lies somewhere. */
  private static int first(int at, int[] shape, int... axes) {
    int first = at;
    int stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      int index = at / stride % shape[axis];
      if (Arrays.binarySearch(axes, axis) >= 0) {
        first -= index * stride;
      }
      stride *= shape[axis];
    }
    return first;
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
