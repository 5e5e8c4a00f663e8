package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.SIZES;
import static org.synapt.testkit.Numbers.normal;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.Copy;
import org.synapt.kernel.OneHot;
import org.synapt.kernel.Permute;
import org.synapt.kernel.Spread;

/** Kernels that put floats elsewhere and compute nothing: results are exact. */
final class MovementChecks {
  private static final int[][][] PERMUTATIONS = {
    {{13}, {0}},
    {{13, 64}, {0, 1}},
    {{13, 64}, {1, 0}},
    {{64, 1}, {1, 0}},
    {{7, 13, 5}, {0, 2, 1}},
    {{7, 13, 5}, {1, 0, 2}},
    {{7, 13, 5}, {1, 2, 0}},
    {{7, 13, 5}, {2, 0, 1}},
    {{7, 13, 5}, {2, 1, 0}},
    {{3, 4, 5, 6}, {2, 0, 3, 1}},
    {{3, 4, 5, 6}, {3, 2, 1, 0}}
  };

  private MovementChecks() {}

  static Stream<DynamicTest> copy(Backend backend, Copy copy) {
    return Stream.of(
        dynamicTest("columns between matrices of any width", () -> columns(backend, copy)));
  }

  private static void columns(Backend backend, Copy copy) {
    for (int rows : SIZES) {
      for (int columns : SIZES) {
        columns(backend, copy, rows, columns, 0, columns, 0, columns);
        columns(backend, copy, rows, columns, 0, columns, 3, columns + 7);
        columns(backend, copy, rows, columns, 2, columns + 5, 0, columns);
        columns(backend, copy, rows, columns, 2, columns + 5, 3, columns + 7);
      }
    }
  }

  private static void columns(
      Backend backend,
      Copy copy,
      int rows,
      int columns,
      int xAt,
      int xColumns,
      int yAt,
      int yColumns) {
    Slot x = Slot.read(normal(rows * xColumns, 1));
    Slot y = Slot.updated(normal(rows * yColumns, 2));
    Memory memory = Memory.of(backend, x, y);
    copy.columns(rows, columns, x.buffer(), xAt, xColumns, y.buffer(), yAt, yColumns);
    float[] expected = y.before.clone();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        expected[i * yColumns + yAt + j] = x.before[i * xColumns + xAt + j];
      }
    }
    exactly(rows + " x " + columns, memory, y, expected);
  }

  static Stream<DynamicTest> spread(Backend backend, Spread spread) {
    return Stream.of(
        dynamicTest("along first, middle and last axes", () -> spreadAll(backend, spread)));
  }

  private static void spreadAll(Backend backend, Spread spread) {
    for (int outer : SIZES) {
      for (int extent : SIZES) {
        spread(backend, spread, outer, extent, 1);
        spread(backend, spread, outer, extent, 13);
      }
    }
  }

  private static void spread(Backend backend, Spread spread, int outer, int extent, int inner) {
    Slot x = Slot.read(normal(outer * inner));
    Slot y = Slot.written(outer * extent * inner);
    Memory memory = Memory.of(backend, x, y);
    spread.spread(outer, extent, inner, x.buffer(), y.buffer());
    float[] expected = new float[outer * extent * inner];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = x.before[i / (extent * inner) * inner + i % inner];
    }
    exactly(outer + " x " + extent + " x " + inner, memory, y, expected);
  }

  static Stream<DynamicTest> oneHot(Backend backend, OneHot oneHot) {
    return Stream.of(dynamicTest("first and last class", () -> encodeAll(backend, oneHot)));
  }

  private static void encodeAll(Backend backend, OneHot oneHot) {
    for (int rows : SIZES) {
      for (int n : SIZES) {
        encode(backend, oneHot, rows, n);
      }
    }
  }

  private static void encode(Backend backend, OneHot oneHot, int rows, int n) {
    float[] classes = new float[rows];
    float[] expected = new float[rows * n];
    for (int i = 0; i < rows; i++) {
      int j = (n - 1 + 5 * i) % n;
      classes[i] = j;
      expected[i * n + j] = 1f;
    }
    Slot x = Slot.read(classes);
    Slot y = Slot.written(rows * n);
    Memory memory = Memory.of(backend, x, y);
    oneHot.encode(rows, n, x.buffer(), y.buffer());
    exactly(rows + " rows, " + n + " classes", memory, y, expected);
  }

  static Stream<DynamicTest> permute(Backend backend, Permute permute) {
    return Stream.of(
        dynamicTest(
            "one to four axes",
            () -> {
              for (int[][] permutation : PERMUTATIONS) {
                permute(backend, permute, 1, permutation[0], permutation[1]);
                permute(backend, permute, 7, permutation[0], permutation[1]);
              }
            }));
  }

  private static void permute(
      Backend backend, Permute permute, int batch, int[] extents, int[] order) {
    int size = 1;
    for (int extent : extents) {
      size *= extent;
    }
    Slot x = Slot.read(normal(batch * size));
    Slot y = Slot.written(batch * size);
    Memory memory = Memory.of(backend, x, y);
    permute.permute(batch, extents.clone(), order.clone(), x.buffer(), y.buffer());
    float[] expected = new float[batch * size];
    for (int i = 0; i < expected.length; i++) {
      expected[i / size * size + permuted(i % size, extents, order)] = x.before[i];
    }
    exactly(Arrays.toString(order), memory, y, expected);
  }

  /** Where a position of x lies in y. */
  private static int permuted(int position, int[] extents, int[] order) {
    int[] coordinates = new int[extents.length];
    int rest = position;
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      coordinates[axis] = rest % extents[axis];
      rest /= extents[axis];
    }
    int at = 0;
    for (int axis : order) {
      at = at * extents[axis] + coordinates[axis];
    }
    return at;
  }

  private static void exactly(String what, Memory memory, Slot y, float[] expected) {
    memory.check(what);
    Reference.same(what, expected, y.floats());
  }
}
