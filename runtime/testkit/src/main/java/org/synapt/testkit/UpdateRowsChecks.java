package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.normal;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.UpdateRows;

/** Rules over rows of a table that lies among other parameters: no other float may change. */
final class UpdateRowsChecks {
  private static final int BEFORE = 13;
  private static final int BEHIND = 5;

  private final Backend backend;
  private final UpdateRows kernel;

  private UpdateRowsChecks(Backend backend, UpdateRows kernel) {
    this.backend = backend;
    this.kernel = kernel;
  }

  static Stream<DynamicTest> of(Backend backend, UpdateRows kernel) {
    UpdateRowsChecks checks = new UpdateRowsChecks(backend, kernel);
    return Stream.of(
        dynamicTest("with gradients", () -> checks.forAll(true)),
        dynamicTest("without gradients", () -> checks.forAll(false)));
  }

  private void forAll(boolean gradients) {
    for (int moments = 0; moments < 3; moments++) {
      run(1, 1, 1, moments, gradients);
      run(7, 3, 13, moments, gradients);
      run(300, 200, 64, moments, gradients);
      run(40, 0, 3, moments, gradients);
      run(9, 5, 1_500, moments, gradients);
      run(2_000, 1_999, 1, moments, gradients);
    }
  }

  private void run(int rows, int count, int columns, int moments, boolean readsGradients) {
    int length = BEFORE + rows * columns + BEHIND;
    float[][] before = new float[2 + moments][];
    Buffer[] buffers = new Buffer[before.length];
    for (int i = 0; i < before.length; i++) {
      before[i] = normal(length, i + 1);
      buffers[i] = i < 2 ? backend.allocate(length) : backend.allocateMoments(length);
      buffers[i].put(0, before[i], 0, length);
    }
    int[] list = new Random(count).ints(0, rows).distinct().limit(count).toArray();
    Buffer[] state = new Buffer[moments];
    System.arraycopy(buffers, 2, state, 0, moments);
    UpdateRows.Rule rule = rule(readsGradients);
    kernel.apply(BEFORE, columns, count, list, rule, buffers[0], buffers[1], state);
    for (int row : list) {
      alone(BEFORE + row * columns, columns, rule, before);
    }
    for (int i = 0; i < before.length; i++) {
      float[] found = new float[length];
      buffers[i].get(0, found, 0, length);
      Reference.same(count + " rows of " + columns + ", array " + i, before[i], found);
    }
  }

  /** What the rule does to a row. */
  private static void alone(int at, int columns, UpdateRows.Rule rule, float[][] arrays) {
    float[][] row = new float[arrays.length][columns];
    for (int i = 0; i < arrays.length; i++) {
      if (i != 1 || rule.readsGradients()) {
        System.arraycopy(arrays[i], at, row[i], 0, columns);
      }
    }
    float[][] state = new float[arrays.length - 2][];
    System.arraycopy(row, 2, state, 0, state.length);
    rule.apply(0, 1, columns, row[0], row[1], state);
    for (int i = 0; i < arrays.length; i++) {
      if (i != 1) {
        System.arraycopy(row[i], 0, arrays[i], at, columns);
      }
    }
  }

  private static UpdateRows.Rule rule(boolean readsGradients) {
    return new UpdateRows.Rule() {
      @Override
      public void apply(
          int first,
          int count,
          int columns,
          float[] parameters,
          float[] gradients,
          float[][] state) {
        for (int i = 0; i < count * columns; i++) {
          float step = gradients[i] + 0.5f;
          for (float[] moment : state) {
            moment[i] = 0.5f * moment[i] + step;
            step = step + moment[i];
          }
          parameters[i] = parameters[i] - 0.25f * step;
        }
      }

      @Override
      public boolean readsGradients() {
        return readsGradients;
      }
    };
  }
}
