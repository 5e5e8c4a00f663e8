package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Functions;

/**
 * Runs a computation over blocks of whole rows, copied to arrays of their own.
 *
 * <p>A block has about as many floats as fit the L1 cache, or one row if rows are longer.
 */
final class RowBlocks {
  /** What is computed for some rows; every array begins with the first of them. */
  interface Block {
    /** Computes y from a and b, which it may overwrite. */
    void run(int rows, int n, float[] a, float[] b, float[] y);
  }

  private static final int BLOCK = 1024;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 15;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final float[][][] scratch;

  private Block block;
  private int rows;
  private int n;
  private int parts;
  private Buffer a;
  private Buffer b;
  private Buffer y;

  RowBlocks(Workers workers) {
    this.workers = workers;
    this.scratch = new float[workers.threads()][3][BLOCK];
  }

  /** Computes y [rows, n] from a and b, of the same shape. They may alias each other. */
  void run(int rows, int n, Block block, Buffer a, Buffer b, Buffer y) {
    this.rows = rows;
    this.n = n;
    this.block = block;
    this.a = a;
    this.b = b;
    this.y = y;
    this.parts = rows * n < PARALLEL ? 1 : workers.threads();
    workers.run(parts, part);
  }

  private void part(int i) {
    if (scratch[i][0].length < n) {
      scratch[i] = new float[3][n];
    }
    int end = Parts.begin(rows, i + 1, parts);
    int step = Math.max(1, BLOCK / n);
    for (int row = Parts.begin(rows, i, parts); row < end; row += step) {
      run(row * n, Math.min(step, end - row), scratch[i]);
    }
  }

  private void run(int at, int some, float[][] arrays) {
    System.arraycopy(ArrayBuffer.array(a), ArrayBuffer.at(a) + at, arrays[0], 0, some * n);
    if (b != a) {
      System.arraycopy(ArrayBuffer.array(b), ArrayBuffer.at(b) + at, arrays[1], 0, some * n);
    }
    block.run(some, n, arrays[0], arrays[1], arrays[2]);
    System.arraycopy(arrays[2], 0, ArrayBuffer.array(y), ArrayBuffer.at(y) + at, some * n);
  }

  /** Takes its largest element away from each row; a NaN stays and spreads from there. */
  static void takeMaximum(int rows, int n, float[] x) {
    for (int at = 0; at < rows * n; at += n) {
      float max = Lanes.largestNumber(x, at, n);
      for (int j = at; j < at + n; j++) {
        x[j] = x[j] - max;
      }
    }
  }

  /** y = exp(x). */
  static void exp(int n, float[] x, float[] y) {
    for (int j = 0; j < n; j++) {
      y[j] = Functions.exp(x[j]);
    }
  }
}
