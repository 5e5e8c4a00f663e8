package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Penalty;

/**
 * Penalties of what lies in any memory: sums block by block, and gradients as a formula.
 *
 * <p>A sum adds 1,024 terms at a time, in the order that {@link Lanes} says, and then, in double,
 * the blocks one after the other, whatever thread summed which.
 */
public final class BlockPenalty implements Penalty {
  private static final int BLOCK = 1024;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 16;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final BlockPointwise pointwise;
  private final float[][] rows;
  private final float[] total = new float[1];
  private float[] blocks = new float[1];

  private final PenaltySlope slope = PenaltySlope.alone();
  private final PenaltySlope slopeAdd = PenaltySlope.added();

  private float l1;
  private float l2;
  private Buffer x;
  private int count;
  private int parts;

  /**
   * The kernel for a memory.
   *
   * @param workers who runs it
   * @param writing how its gradients are written
   */
  public BlockPenalty(Workers workers, BlockWriting writing) {
    this.workers = workers;
    this.pointwise = new BlockPointwise(workers, writing);
    this.rows = new float[workers.threads()][BLOCK];
  }

  @Override
  public void sum(int count, float l1, float l2, Buffer x, Buffer y) {
    this.count = count;
    this.l1 = l1;
    this.l2 = l2;
    this.x = x;
    this.parts = count < PARALLEL ? 1 : workers.threads();
    if (blocks.length < blocks()) {
      blocks = new float[blocks()];
    }
    workers.run(parts, part);
    double sum = 0;
    for (int i = 0; i < blocks(); i++) {
      sum += blocks[i];
    }
    total[0] = (float) sum;
    y.put(0, total, 0, 1);
  }

  private int blocks() {
    return (count + BLOCK - 1) / BLOCK;
  }

  /** A share of the blocks. */
  private void part(int i) {
    int end = Parts.begin(blocks(), i + 1, parts);
    for (int block = Parts.begin(blocks(), i, parts); block < end; block++) {
      int n = Math.min(BLOCK, count - block * BLOCK);
      x.get(block * BLOCK, rows[i], 0, n);
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
