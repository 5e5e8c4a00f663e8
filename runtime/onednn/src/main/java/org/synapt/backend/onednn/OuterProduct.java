package org.synapt.backend.onednn;

import org.synapt.backend.java.Parts;
import org.synapt.backend.java.Stage;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;

/**
 * {@code c = a · b} or {@code c = c + a · b} of a column a [m, 1] and a row b [1, n]: what a single
 * example gives to the gradient of weights.
 *
 * <p>There is nothing to add up, and oneDNN takes some four times as long as memory does: 784 x 500
 * took it 107 µs in a step, on two threads.
 */
final class OuterProduct implements Workers.Task {
  /** Rows of c shorter than this are oneDNN's: a copy of few floats costs more than they do. */
  private static final int LEAST_COLUMNS = 64;

  /** So few floats of a row that they stay in the L1 cache. */
  private static final int STRIP = 2_048;

  /** Fewer floats are written before a second thread wakes. */
  private static final int PARALLEL = 1 << 16;

  private final Workers workers;
  private final float[][] factors;
  private final float[][] results;
  private float[] multiples = new float[0];
  private Buffer b = Stage.none();
  private Buffer c = Stage.none();
  private int m;
  private int n;
  private boolean add;
  private int parts;

  OuterProduct(Workers workers) {
    this.workers = workers;
    this.factors = new float[workers.threads()][STRIP];
    this.results = new float[workers.threads()][STRIP];
  }

  /** Whether a product is one, and long enough. */
  static boolean is(int k, int n) {
    return k == 1 && n >= LEAST_COLUMNS;
  }

  /** Computes it. */
  void run(int rows, int columns, Buffer left, Buffer right, Buffer to, boolean adds) {
    if (multiples.length < rows) {
      multiples = new float[rows];
    }
    left.get(0, multiples, 0, rows);
    m = rows;
    n = columns;
    b = right;
    c = to;
    add = adds;
    parts = (long) rows * columns < PARALLEL ? 1 : Math.min(rows, factors.length);
    workers.run(parts, this);
    NativeBuffer.touch(to);
  }

  @Override
  public void run(int part) {
    float[] factor = factors[part];
    for (int column = 0; column < n; column += STRIP) {
      int columns = Math.min(STRIP, n - column);
      b.get(column, factor, 0, columns);
      int end = Parts.begin(m, part + 1, parts);
      for (int i = Parts.begin(m, part, parts); i < end; i++) {
        row(i, column, columns, factor, results[part]);
      }
    }
  }

  private void row(int i, int column, int columns, float[] factor, float[] result) {
    int at = i * n + column;
    if (add) {
      c.get(at, result, 0, columns);
      add(multiples[i], columns, factor, result);
    } else {
      multiply(multiples[i], columns, factor, result);
    }
    NativeBuffer.of(c).write(at, result, 0, columns);
  }

  private static void multiply(float by, int count, float[] x, float[] y) {
    for (int j = 0; j < count; j++) {
      y[j] = by * x[j];
    }
  }

  private static void add(float by, int count, float[] x, float[] y) {
    for (int j = 0; j < count; j++) {
      y[j] += by * x[j];
    }
  }
}
