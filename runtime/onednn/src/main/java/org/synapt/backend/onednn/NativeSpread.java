package org.synapt.backend.onednn;

import org.synapt.backend.java.HeapBlock;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Parts;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Spread;

/**
 * Copies long rows one by one; of short rows, the Java kernel makes blocks, and those are copied as
 * often as it takes.
 */
final class NativeSpread implements Spread {
  /** Rows from which on a copy costs more than to ask for it. */
  private static final int LONG = 128;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 17;

  private final Engine engine;
  private final Part[] own;
  private final Workers.Task longPart = this::longPart;
  private final Workers.Task shortPart = this::shortPart;

  private int outer;
  private int extent;
  private int inner;
  private NativeBuffer x;
  private NativeBuffer y;
  private int parts;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  NativeSpread(Engine engine, JavaBackend java) {
    this.engine = engine;
    this.own = new Part[engine.workers().threads()];
    for (int i = 0; i < own.length; i++) {
      own[i] = new Part(java);
    }
  }

  @Override
  public void spread(int outer, int extent, int inner, Buffer x, Buffer y) {
    this.outer = outer;
    this.extent = extent;
    this.inner = inner;
    this.x = NativeBuffer.of(x);
    this.y = NativeBuffer.of(y);
    parts = (long) outer * extent * inner < PARALLEL ? 1 : engine.workers().threads();
    engine.workers().run(parts, inner < LONG ? shortPart : longPart);
    this.y.memory().touch();
  }

  /** Some rows of y. */
  private void longPart(int i) {
    int rows = outer * extent;
    int end = Parts.begin(rows, i + 1, parts);
    for (int row = Parts.begin(rows, i, parts); row < end; row++) {
      y.write(row * inner, x, row / extent * inner, inner);
    }
  }

  /** All copies of some rows of x, or some copies of the only ones. */
  private void shortPart(int i) {
    if (outer < parts) {
      for (int o = 0; o < outer; o++) {
        int from = Parts.begin(extent, i, parts);
        repeat(own[i], o, from, Parts.begin(extent, i + 1, parts));
      }
      return;
    }
    int end = Parts.begin(outer, i + 1, parts);
    int step = HeapBlock.rows(extent * inner);
    for (int o = Parts.begin(outer, i, parts); o < end; o += step) {
      if (step == 1) {
        repeat(own[i], o, 0, extent);
      } else {
        own[i].spread(Math.min(step, end - o), o);
      }
    }
  }

  /** The copies of a row of x from one on up to another. */
  private void repeat(Part mine, int o, int from, int end) {
    int step = Math.min(HeapBlock.rows(inner), end - from);
    mine.kernel.spread(
        1, step, inner, mine.values.take(x, o * inner, inner), mine.copies.room(step * inner));
    for (int e = from; e < end; e += step) {
      mine.copies.give(y, (o * extent + e) * inner, Math.min(step, end - e) * inner);
    }
  }

  /** What a thread copies with. */
  private final class Part {
    private final Spread kernel;
    private final HeapBlock values = new HeapBlock(NativeWriting.BLOCKS);
    private final HeapBlock copies = new HeapBlock(NativeWriting.BLOCKS);

    Part(JavaBackend java) {
      kernel = java.kernel(Spread.class).orElseThrow();
    }

    /** All copies of n rows of x. */
    void spread(int n, int o) {
      int floats = n * extent * inner;
      kernel.spread(n, extent, inner, values.take(x, o * inner, n * inner), copies.room(floats));
      copies.give(y, o * extent * inner, floats);
    }
  }
}
