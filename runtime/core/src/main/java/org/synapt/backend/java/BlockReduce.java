package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Reduce;

/**
 * Sums and maxima along an axis of any memory: many short ones block by block, and long ones by
 * {@link LongReduction}. Which it is depends on the extents alone.
 */
public final class BlockReduce implements Reduce {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 17;

  private final Workers workers;
  private final BlockWriting writing;
  private final LongReduction reduction;
  private final Part[] own;
  private final Workers.Task part = this::part;

  private int outer;
  private int extent;
  private int inner;
  private Reduction kind;
  private Buffer x;
  private Buffer y;
  private int parts;

  /**
   * The kernel for a memory.
   *
   * @param workers who runs it
   * @param writing how its results are written
   */
  public BlockReduce(Workers workers, BlockWriting writing) {
    this.workers = workers;
    this.writing = writing;
    this.reduction = new LongReduction(workers, writing);
    this.own = new Part[workers.threads()];
    for (int i = 0; i < own.length; i++) {
      own[i] = new Part();
    }
  }

  @Override
  public void sum(int outer, int extent, int inner, Buffer x, Buffer y) {
    run(outer, extent, inner, Reduction.SUM, x, y);
  }

  @Override
  public void sumAdd(int outer, int extent, int inner, Buffer x, Buffer y) {
    run(outer, extent, inner, Reduction.SUM_ADD, x, y);
  }

  @Override
  public void max(int outer, int extent, int inner, Buffer x, Buffer y) {
    run(outer, extent, inner, Reduction.MAX, x, y);
  }

  private void run(int outer, int extent, int inner, Reduction kind, Buffer x, Buffer y) {
    if ((long) extent * inner > HeapBlock.FLOATS) {
      reduction.run(outer, extent, inner, kind, x, y);
    } else {
      this.outer = outer;
      this.extent = extent;
      this.inner = inner;
      this.kind = kind;
      this.x = x;
      this.y = y;
      parts = (long) outer * extent * inner < PARALLEL ? 1 : workers.threads();
      workers.run(parts, part);
    }
    writing.done(y);
  }

  private void part(int i) {
    int step = HeapBlock.rows(extent * inner);
    int end = Parts.begin(outer, i + 1, parts);
    for (int o = Parts.begin(outer, i, parts); o < end; o += step) {
      own[i].reduce(o, Math.min(step, end - o));
    }
  }

  /** What a thread reduces with. */
  private final class Part {
    private final Reduce kernel = new JavaReduce(workers);
    private final HeapBlock values = new HeapBlock(writing);
    private final HeapBlock results = new HeapBlock(writing);

    /** Some matrices, one behind the other. */
    void reduce(int o, int n) {
      int floats = n * inner;
      Buffer from = values.take(x, o * extent * inner, floats * extent);
      switch (kind) {
        case SUM -> kernel.sum(n, extent, inner, from, results.room(floats));
        case SUM_ADD -> kernel.sumAdd(n, extent, inner, from, results.take(y, o * inner, floats));
        case MAX -> kernel.max(n, extent, inner, from, results.room(floats));
      }
      results.give(y, o * inner, floats);
    }
  }
}
