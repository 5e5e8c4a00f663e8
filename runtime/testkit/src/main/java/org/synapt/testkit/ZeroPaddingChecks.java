package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.normal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.ZeroPadding;

/** Margins put around examples, and taken away again: results are exact. */
final class ZeroPaddingChecks {
  /** Extents and their padding, before and after, for each axis. */
  private static final class Case {
    final int[] extents;
    final int[] padding;

    Case(int[] extents, int... padding) {
      this.extents = extents;
      this.padding = padding;
    }

    int[] padded() {
      int[] padded = extents.clone();
      Arrays.setAll(padded, axis -> extents[axis] + padding[2 * axis] + padding[2 * axis + 1]);
      return padded;
    }

    /** Where a float of an example lies once there is padding. */
    int moved(int at) {
      int moved = 0;
      int[] padded = padded();
      int step = 1;
      int rest = at;
      for (int axis = extents.length - 1; axis >= 0; axis--) {
        moved += (rest % extents[axis] + padding[2 * axis]) * step;
        rest /= extents[axis];
        step *= padded[axis];
      }
      return moved;
    }

    @Override
    public String toString() {
      return Arrays.toString(extents) + " in " + Arrays.toString(padding);
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case(new int[] {13}, 0, 0),
          new Case(new int[] {13}, 3, 0),
          new Case(new int[] {13}, 0, 7),
          new Case(new int[] {7, 3}, 2, 1, 0, 0),
          new Case(new int[] {7, 3}, 0, 0, 1, 2),
          new Case(new int[] {7, 3}, 0, 0, 0, 0),
          new Case(new int[] {5, 7, 1}, 1, 1, 1, 1, 0, 0),
          new Case(new int[] {5, 7, 3}, 1, 2, 3, 4, 0, 0),
          new Case(new int[] {5, 7, 3}, 2, 0, 0, 0, 0, 0),
          new Case(new int[] {5, 7, 3}, 0, 0, 0, 3, 0, 0),
          new Case(new int[] {5, 7, 3}, 0, 0, 0, 0, 0, 5),
          new Case(new int[] {3, 4, 5, 2}, 1, 0, 2, 3, 0, 1, 0, 0),
          new Case(new int[] {3, 4, 5, 2}, 0, 1, 0, 0, 2, 0, 1, 1),
          new Case(new int[] {56, 57, 33}, 3, 2, 1, 0, 0, 0));

  private ZeroPaddingChecks() {}

  static Stream<DynamicTest> of(Backend backend, ZeroPadding kernel) {
    return Stream.of(
        dynamicTest("pad writes every zero", () -> forAll((n, it) -> pad(backend, kernel, n, it))),
        dynamicTest("crop is pad undone", () -> forAll((n, it) -> crop(backend, kernel, n, it))));
  }

  /** What is done with so many examples. */
  private interface Check {
    void run(int batch, Case it);
  }

  private static void forAll(Check check) {
    for (Case it : CASES) {
      check.run(1, it);
      check.run(5, it);
    }
  }

  private static int product(int... extents) {
    return Arrays.stream(extents).reduce(1, Math::multiplyExact);
  }

  /** Normal floats, some of them not numbers, or zeros with a sign. */
  private static float[] floats(int length, int seed) {
    float[] floats = normal(length, seed);
    for (int i = 0; i < length; i += 5) {
      floats[i] = Numbers.EXTREMES[i % Numbers.EXTREMES.length];
    }
    return floats;
  }

  private static void pad(Backend backend, ZeroPadding kernel, int batch, Case it) {
    int small = product(it.extents);
    int large = product(it.padded());
    Slot x = Slot.read(floats(batch * small, 1));
    Slot y = Slot.written(batch * large);
    Memory memory = Memory.of(backend, x, y);
    kernel.pad(batch, it.extents.clone(), it.padding.clone(), x.buffer(), y.buffer());
    float[] expected = new float[batch * large];
    for (int i = 0; i < batch * small; i++) {
      expected[i / small * large + it.moved(i % small)] = x.before[i];
    }
    memory.check("pad " + it);
    Reference.same("pad " + it, expected, y.floats());
  }

  private static void crop(Backend backend, ZeroPadding kernel, int batch, Case it) {
    int small = product(it.extents);
    int large = product(it.padded());
    Slot x = Slot.read(floats(batch * large, 2));
    Slot y = Slot.written(batch * small);
    Memory memory = Memory.of(backend, x, y);
    kernel.crop(batch, it.extents.clone(), it.padding.clone(), x.buffer(), y.buffer());
    float[] expected = new float[batch * small];
    for (int i = 0; i < batch * small; i++) {
      expected[i] = x.before[i / small * large + it.moved(i % small)];
    }
    memory.check("crop " + it);
    Reference.same("crop " + it, expected, y.floats());
  }
}
