package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Penalty;
import org.synapt.kernel.Pointwise;

/**
 * Penalties of what lies in any memory: sums block by block, and gradients as a formula.
 *
 * <p>A sum adds 1,024 terms at a time, in the order that {@link Lanes} says, and then, in double,
 * the blocks one after the other, whatever thread summed which.
 */
public final class BlockPenalty implements Penalty {
  private static final int BLOCK = 1_024;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 16;

  private final Workers workers;
  private final Part[] own;
  private final float[] total = new float[1];
  private final Workers.Task part = this::part;
  private final Pointwise pointwise;
  private final PenaltySlope slope = PenaltySlope.alone();
  private final PenaltySlope slopeAdd = PenaltySlope.added();
  private float[] sums = new float[1];

  private int count;
  private float l1;
  private float l2;
  private Buffer x;
  private int parts;

  /**
   * The kernel for a memory.
   *
   * @param workers who runs it
   * @param writing how its results are written
   */
  public BlockPenalty(Workers workers, BlockWriting writing) {
    this.workers = workers;
    this.pointwise = new BlockPointwise(workers, writing);
    this.own = new Part[workers.threads()];
    for (int i = 0; i < own.length; i++) {
      own[i] = new Part(workers, writing);
    }
  }

  @Override
  public void sum(int count, float l1, float l2, Buffer x, Buffer y) {
    this.count = count;
    this.l1 = l1;
    this.l2 = l2;
    this.x = x;
    int blocks = (count + BLOCK - 1) / BLOCK;
    if (sums.length < blocks) {
      sums = new float[blocks];
    }
    parts = count < PARALLEL ? 1 : workers.threads();
    workers.run(parts, part);
    double sum = 0;
    for (int i = 0; i < blocks; i++) {
      sum += sums[i];
    }
    total[0] = (float) sum;
    y.put(0, total, 0, 1);
  }

  @Override
  public void gradient(int count, float l1, float l2, Buffer x, Buffer dx) {
    pointwise.apply(1, count, slope.with(l1, l2), dx, x);
  }

  @Override
  public void gradientAdd(int count, float l1, float l2, Buffer x, Buffer dx) {
    pointwise.apply(1, count, slopeAdd.with(l1, l2), dx, x, dx);
  }

  private void part(int i) {
    Part mine = own[i];
    Buffer sum = mine.sum.room(1);
    int end = Parts.begin(count, i + 1, parts, BLOCK);
    for (int from = Parts.begin(count, i, parts, BLOCK); from < end; from += BLOCK) {
      int n = Math.min(BLOCK, end - from);
      mine.kernel.sum(n, l1, l2, mine.values.take(x, from, n), sum);
      sums[from / BLOCK] = mine.sum.array()[0];
    }
  }

  /** What a thread adds up with. */
  private static final class Part {
    private final Penalty kernel;
    private final HeapBlock values;
    private final HeapBlock sum;

    Part(Workers workers, BlockWriting writing) {
      kernel = new JavaPenalty(workers);
      values = new HeapBlock(writing);
      sum = new HeapBlock(writing);
    }
  }
}
