package org.synapt.backend.onednn;

import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Parts;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Reduce;

/**
 * Sums and maxima along an axis: many short ones by the Java kernel, block by block, and long ones
 * by {@link LongReduction}. Which it is depends on the extents alone.
 */
final class NativeReduce implements Reduce {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 17;

  private final Engine engine;
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

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  NativeReduce(Engine engine, JavaBackend java) {
    this.engine = engine;
    this.reduction = new LongReduction(engine);
    this.own = new Part[engine.workers().threads()];
    for (int i = 0; i < own.length; i++) {
      own[i] = new Part(java);
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
      parts = (long) outer * extent * inner < PARALLEL ? 1 : engine.workers().threads();
      engine.workers().run(parts, part);
    }
    NativeBuffer.touch(y);
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
    private final Reduce kernel;
    private final HeapBlock values = new HeapBlock();
    private final HeapBlock results = new HeapBlock();

    Part(JavaBackend java) {
      kernel = java.kernel(Reduce.class).orElseThrow();
    }

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
