package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.synapt.backend.java.FormulaRows;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;

/** Formulas over parts of matrices. */
final class FormulaRowsTest {
  private static final int[] ROWS = {1, 2, 7};
  private static final int[] COLUMNS = {
    1, 13, 207, FormulaRows.BLOCK, FormulaRows.BLOCK + 1, 5_000
  };

  private static final Formula SCALED =
      new Formula("x * v + w", 1, "x", "v", "w") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          for (int j = 0; j < n; j++) {
            y[j] = x[0][j] * x[1][j] + x[2][j];
          }
        }
      };

  private static final Formula DIFFERENCE =
      new Formula("x - y", 2, "x", "y") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          for (int j = 0; j < n; j++) {
            y[j] = x[0][j] - x[1][j];
          }
        }
      };

  private final Engine engine = new Engine(1, Precision.FLOAT32);
  private final FormulaRows heap = new FormulaRows(2, NativeWriting.BLOCKS);
  private final Random random = new Random(2);

  @AfterEach
  void close() {
    engine.close();
  }

  private Buffer filled(int floats) {
    NativeMemory memory = new NativeMemory(engine.ledger(), floats + 3);
    return Training.filled(new NativeBuffer(memory, 3, floats), random, 1);
  }

  @Test
  void computesSomeRowsInPlaceAndLeavesTheOthers() {
    for (int rows : ROWS) {
      for (int columns : COLUMNS) {
        Buffer y = filled(rows * columns);
        Buffer v = filled(columns);
        Buffer w = filled(columns);
        int from = rows / 3;
        int to = rows - rows / 5;
        float[] expected = scaled(y, v, w, columns, from, to, 0, columns);
        heap.run(1, SCALED, columns, from, to, y, y, v, w);
        same(rows, columns, y, expected);
      }
    }
  }

  @Test
  void computesSomeColumnsOfSomeRows() {
    for (int rows : ROWS) {
      for (int columns : COLUMNS) {
        Buffer y = filled(rows * columns);
        Buffer v = filled(columns);
        Buffer w = filled(columns);
        int from = columns / 3;
        int to = columns - columns / 7;
        float[] expected = scaled(y, v, w, columns, rows / 2, rows, from, to);
        heap.block(0, SCALED, columns, from, to, rows / 2, rows, y, y, v, w);
        same(rows, columns, y, expected);
      }
    }
  }

  @Test
  void takesRowsOfValuesAloneAsOne() {
    int columns = 999;
    Buffer y = filled(9 * columns);
    Buffer a = filled(9 * columns);
    Buffer b = filled(9 * columns);
    float[] expected = Training.floats(y);
    for (int i = 2 * columns; i < 8 * columns; i++) {
      expected[i] = Training.floats(a.slice(i, 1))[0] - Training.floats(b.slice(i, 1))[0];
    }
    heap.run(0, DIFFERENCE, columns, 2, 8, y, a, b);
    same(9, columns, y, expected);
  }

  private static float[] scaled(
      Buffer x, Buffer v, Buffer w, int columns, int row, int rows, int from, int to) {
    float[] y = Training.floats(x);
    float[] factor = Training.floats(v);
    float[] offset = Training.floats(w);
    for (int i = row; i < rows; i++) {
      for (int j = from; j < to; j++) {
        y[i * columns + j] = y[i * columns + j] * factor[j] + offset[j];
      }
    }
    return y;
  }

  private static void same(int rows, int columns, Buffer y, float[] expected) {
    assertWithMessage("%s x %s", rows, columns)
        .that(Training.floats(y))
        .usingExactEquality()
        .containsExactly(expected)
        .inOrder();
  }
}
