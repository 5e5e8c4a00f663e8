package org.synapt.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.normal;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.Gather;

/** Rows of tables by numbers that come once, often or never: bit by bit, in their order. */
final class GatherChecks {
  /** Count, rows, columns; the last are divided among threads. */
  private static final int[][] SHAPES = {
    {1, 1, 1},
    {7, 1, 13},
    {13, 7, 1},
    {64, 5, 64},
    {0, 3, 2},
    {31, 207, 7},
    {2_560, 300, 128},
    {70_000, 3, 1},
    {1_000, 11, 33}
  };

  private final Backend backend;
  private final Gather kernel;

  private GatherChecks(Backend backend, Gather kernel) {
    this.backend = backend;
    this.kernel = kernel;
  }

  static Stream<DynamicTest> of(Backend backend, Gather kernel) {
    GatherChecks checks = new GatherChecks(backend, kernel);
    return Stream.of(
        dynamicTest("rows", () -> forAll(checks::rows)),
        dynamicTest("add rows", () -> forAll(checks::addRows)),
        dynamicTest("clear rows", () -> forAll(checks::clearRows)),
        dynamicTest("numbers of no row", checks::refusals));
  }

  /** One of the things to check. */
  private interface Check {
    void run(int count, int rows, int columns, float[] ids);
  }

  private static void forAll(Check check) {
    for (int[] shape : SHAPES) {
      float[] ids = new float[shape[0]];
      Random random = new Random(shape[0]);
      for (int i = 0; i < ids.length; i++) {
        ids[i] = (int) (random.nextDouble() * random.nextDouble() * shape[1]);
      }
      check.run(shape[0], shape[1], shape[2], ids);
    }
  }

  private static String name(String what, int count, int rows, int columns) {
    return what + ", " + count + " of " + rows + " x " + columns;
  }

  private void rows(int count, int rows, int columns, float[] ids) {
    Slot table = Slot.read(normal(rows * columns, 1));
    Slot numbers = Slot.read(ids);
    Slot y = Slot.written(count * columns);
    Memory memory = Memory.of(backend, table, numbers, y);
    kernel.rows(count, rows, columns, table.buffer(), numbers.buffer(), y.buffer());
    float[] expected = new float[count * columns];
    for (int i = 0; i < count; i++) {
      System.arraycopy(table.before, ((int) ids[i]) * columns, expected, i * columns, columns);
    }
    memory.check("rows");
    Reference.same(name("rows", count, rows, columns), expected, y.floats());
  }

  /** Sums are not in double: their order is part of what is promised. */
  private void addRows(int count, int rows, int columns, float[] ids) {
    Slot numbers = Slot.read(ids);
    Slot dy = Slot.read(normal(count * columns, 2));
    Slot table = Slot.updated(normal(rows * columns, 3));
    Memory memory = Memory.of(backend, numbers, dy, table);
    kernel.addRows(count, rows, columns, numbers.buffer(), dy.buffer(), table.buffer());
    float[] expected = table.before.clone();
    for (int i = 0; i < count * columns; i++) {
      expected[((int) ids[i / columns]) * columns + i % columns] += dy.before[i];
    }
    memory.check("add rows");
    Reference.same(name("add rows", count, rows, columns), expected, table.floats());
  }

  private void clearRows(int count, int rows, int columns, float[] ids) {
    Slot numbers = Slot.read(ids);
    Slot table = Slot.updated(normal(rows * columns, 4));
    Memory memory = Memory.of(backend, numbers, table);
    kernel.clearRows(count, rows, columns, numbers.buffer(), table.buffer());
    float[] expected = table.before.clone();
    for (int i = 0; i < count * columns; i++) {
      expected[((int) ids[i / columns]) * columns + i % columns] = 0;
    }
    memory.check("clear rows");
    Reference.same(name("clear rows", count, rows, columns), expected, table.floats());
  }

  private void refusals() {
    for (float wrong : new float[] {3, -1, 0.5f, Float.NaN, Float.POSITIVE_INFINITY, 3e9f}) {
      Slot table = Slot.read(normal(6, 1));
      Slot numbers = Slot.read(0, 2, wrong, 1);
      Slot y = Slot.read(normal(8, 2));
      Memory memory = Memory.of(backend, table, numbers, y);
      assertThrows(
          IllegalArgumentException.class,
          () -> kernel.rows(4, 3, 2, table.buffer(), numbers.buffer(), y.buffer()));
      assertThrows(
          IllegalArgumentException.class,
          () -> kernel.addRows(4, 3, 2, numbers.buffer(), y.buffer(), table.buffer()));
      assertThrows(
          IllegalArgumentException.class,
          () -> kernel.clearRows(4, 3, 2, numbers.buffer(), table.buffer()));
      memory.check("refused with " + wrong);
    }
  }
}
