package org.synapt.backend.onednn;

import org.synapt.backend.java.HeapBlock;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Parts;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.OneHot;

/** The Java kernel, on blocks of rows. */
final class NativeOneHot implements OneHot {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 17;

  private final Engine engine;
  private final OneHot kernel;
  private final HeapBlock[] classes;
  private final HeapBlock[] blocks;
  private final Workers.Task part = this::part;

  private int rows;
  private int columns;
  private Buffer x;
  private Buffer y;
  private int parts;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  NativeOneHot(Engine engine, JavaBackend java) {
    this.engine = engine;
    this.kernel = java.kernel(OneHot.class).orElseThrow();
    this.classes = new HeapBlock[engine.workers().threads()];
    this.blocks = new HeapBlock[engine.workers().threads()];
    for (int i = 0; i < blocks.length; i++) {
      classes[i] = new HeapBlock(NativeWriting.BLOCKS);
      blocks[i] = new HeapBlock(NativeWriting.BLOCKS);
    }
  }

  @Override
  public void encode(int rows, int n, Buffer x, Buffer y) {
    this.rows = rows;
    this.columns = n;
    this.x = x;
    this.y = y;
    this.parts = (long) rows * n < PARALLEL ? 1 : engine.workers().threads();
    engine.workers().run(parts, part);
    NativeBuffer.touch(y);
  }

  /** The kernel keeps nothing, so threads may share it. */
  private void part(int i) {
    int step = HeapBlock.rows(columns);
    int end = Parts.begin(rows, i + 1, parts);
    for (int from = Parts.begin(rows, i, parts); from < end; from += step) {
      int n = Math.min(step, end - from);
      kernel.encode(n, columns, classes[i].take(x, from, n), blocks[i].room(n * columns));
      blocks[i].give(y, from * columns, n * columns);
    }
  }
}
