package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Pointwise;

/**
 * Runs formulas over blocks that fit the L1 cache.
 *
 * <p>All slots of a network lie in one array, and HotSpot does not vectorise a loop that reads and
 * writes an array at different offsets. So a block of each operand is copied to a row of its own,
 * the formula runs there, and the result is copied back; vectors are repeated as often as a block
 * has rows.
 */
final class JavaPointwise implements Pointwise {
  /** Floats in a block. */
  static final int BLOCK = 1024;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 16;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final Rows[] scratch;
  private final Buffer[] one = new Buffer[1];
  private final Buffer[] two = new Buffer[2];
  private final Buffer[] three = new Buffer[3];

  private Formula f;
  private Buffer y;
  private Buffer[] x;
  private int rows;
  private int columns;
  private int parts;

  JavaPointwise(Workers workers) {
    this.workers = workers;
    this.scratch = new Rows[workers.threads()];
    for (int i = 0; i < scratch.length; i++) {
      scratch[i] = new Rows();
    }
  }

  @Override
  public void apply(int rows, int columns, Formula f, Buffer y, Buffer x) {
    one[0] = x;
    apply(rows, columns, f, y, one);
  }

  @Override
  public void apply(int rows, int columns, Formula f, Buffer y, Buffer x0, Buffer x1) {
    two[0] = x0;
    two[1] = x1;
    apply(rows, columns, f, y, two);
  }

  @Override
  public void apply(int rows, int columns, Formula f, Buffer y, Buffer x0, Buffer x1, Buffer x2) {
    three[0] = x0;
    three[1] = x1;
    three[2] = x2;
    apply(rows, columns, f, y, three);
  }

  @Override
  public void apply(int rows, int columns, Formula f, Buffer y, Buffer[] x) {
    this.f = f;
    this.y = y;
    this.x = x;
    boolean flat = f.vectors() == 0;
    this.rows = flat ? 1 : rows;
    this.columns = flat ? rows * columns : columns;
    this.parts = rows * columns < PARALLEL ? 1 : workers.threads();
    workers.run(parts, part);
  }

  /** A share of the columns if there are many, else of the rows. */
  private void part(int i) {
    if (columns > BLOCK) {
      int from = Parts.begin(columns, i, parts);
      int to = Parts.begin(columns, i + 1, parts);
      for (int at = from; at < to; at += BLOCK) {
        strip(scratch[i], at, Math.min(BLOCK, to - at));
      }
    } else {
      int from = Parts.begin(rows, i, parts);
      int to = Parts.begin(rows, i + 1, parts);
      rows(scratch[i], from, to);
    }
  }

  /** Some columns of all rows. */
  private void strip(Rows block, int at, int n) {
    for (int k = f.values(); k < x.length; k++) {
      block.tile(k, x[k], at, n, 1);
    }
    for (int i = 0; i < rows; i++) {
      block.run(f, x, y, i * columns + at, n);
    }
  }

  /** Some whole rows, several at a time. */
  private void rows(Rows block, int from, int to) {
    int step = Math.min(Math.max(1, BLOCK / columns), to - from);
    for (int k = f.values(); k < x.length; k++) {
      block.tile(k, x[k], 0, columns, step);
    }
    for (int i = from; i < to; i += step) {
      block.run(f, x, y, i * columns, Math.min(step, to - i) * columns);
    }
  }

  /** A block of the result and of each operand. */
  private static final class Rows {
    private final float[] result = new float[BLOCK];
    private float[][] operands = new float[0][];

    /** Fills the row of a vector with copies of some of its columns. */
    void tile(int k, Buffer vector, int at, int n, int times) {
      float[] row = row(k);
      System.arraycopy(ArrayBuffer.array(vector), ArrayBuffer.at(vector) + at, row, 0, n);
      for (int i = 1; i < times; i++) {
        System.arraycopy(row, 0, row, i * n, n);
      }
    }

    /** Computes n floats from {@code at}; the vectors are in place. */
    void run(Formula f, Buffer[] x, Buffer y, int at, int n) {
      for (int k = 0; k < f.values(); k++) {
        System.arraycopy(ArrayBuffer.array(x[k]), ArrayBuffer.at(x[k]) + at, row(k), 0, n);
      }
      f.apply(n, result, operands);
      System.arraycopy(result, 0, ArrayBuffer.array(y), ArrayBuffer.at(y) + at, n);
    }

    private float[] row(int k) {
      if (k >= operands.length) {
        float[][] more = new float[k + 1][];
        System.arraycopy(operands, 0, more, 0, operands.length);
        for (int i = operands.length; i <= k; i++) {
          more[i] = new float[BLOCK];
        }
        operands = more;
      }
      return operands[k];
    }
  }
}
