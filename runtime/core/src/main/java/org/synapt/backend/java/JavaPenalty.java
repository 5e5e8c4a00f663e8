package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Penalty;

/**
 * Penalties as formulas over blocks.
 *
 * <p>A sum adds 1,024 terms at a time, in the order that {@link Lanes} says, and then, in double,
 * the blocks one after the other: so a thread that computes a block has no say in the order.
 */
final class JavaPenalty implements Penalty {
  private static final int BLOCK = 1024;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 16;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final JavaPointwise pointwise;
  private final float[][] rows;
  private float[] blocks = new float[1];

  private final PenaltySlope slope = PenaltySlope.alone();
  private final PenaltySlope slopeAdd = PenaltySlope.added();

  private float l1;
  private float l2;
  private float[] from;
  private int at;
  private int count;
  private int parts;

  JavaPenalty(Workers workers) {
    this.workers = workers;
    this.pointwise = new JavaPointwise(workers);
    this.rows = new float[workers.threads()][BLOCK];
  }

  @Override
  public void sum(int count, float l1, float l2, Buffer x, Buffer y) {
    this.count = count;
    this.l1 = l1;
    this.l2 = l2;
    this.from = ArrayBuffer.array(x);
    this.at = ArrayBuffer.at(x);
    this.parts = count < PARALLEL ? 1 : workers.threads();
    if (blocks.length < blocks()) {
      blocks = new float[blocks()];
    }
    workers.run(parts, part);
    double sum = 0;
    for (int i = 0; i < blocks(); i++) {
      sum += blocks[i];
    }
    ArrayBuffer.array(y)[ArrayBuffer.at(y)] = (float) sum;
  }

  private int blocks() {
    return (count + BLOCK - 1) / BLOCK;
  }

  /** A share of the blocks. */
  private void part(int i) {
    int end = Parts.begin(blocks(), i + 1, parts);
    for (int block = Parts.begin(blocks(), i, parts); block < end; block++) {
      int n = Math.min(BLOCK, count - block * BLOCK);
      System.arraycopy(from, at + block * BLOCK, rows[i], 0, n);
      terms(n, l1, l2, rows[i]);
      blocks[block] = Lanes.sum(rows[i], 0, n);
    }
  }

  /** Puts the term of each float in its place. */
  private static void terms(int n, float l1, float l2, float[] x) {
    if (l1 == 0) {
      for (int j = 0; j < n; j++) {
        x[j] = l2 * x[j] * x[j];
      }
    } else if (l2 == 0) {
      for (int j = 0; j < n; j++) {
        x[j] = l1 * Math.abs(x[j]);
      }
    } else {
      for (int j = 0; j < n; j++) {
        x[j] = l1 * Math.abs(x[j]) + l2 * x[j] * x[j];
      }
    }
  }

  @Override
  public void gradient(int count, float l1, float l2, Buffer x, Buffer dx) {
    pointwise.apply(1, count, slope.with(l1, l2), dx, x);
  }

  @Override
  public void gradientAdd(int count, float l1, float l2, Buffer x, Buffer dx) {
    pointwise.apply(1, count, slopeAdd.with(l1, l2), dx, x, dx);
  }
}
