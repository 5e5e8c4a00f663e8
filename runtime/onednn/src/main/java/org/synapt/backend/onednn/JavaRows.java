package org.synapt.backend.onednn;

import java.util.ArrayList;
import java.util.List;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Parts;
import org.synapt.backend.java.Workers;
import org.synapt.kernel.Kernel;

/**
 * Runs a kernel of Java's over native memory, a block of rows after the other, with a kernel for
 * each thread: rows must not depend on each other.
 *
 * <p>Threads divide chunks, each some blocks one behind the other. Where blocks and chunks begin
 * depends on the shape alone.
 */
final class JavaRows<K extends Kernel> {
  /** What is computed for some rows. */
  interface Block<K> {
    /** Computes {@code count} rows from row {@code row}; may copy operands with the stage. */
    void run(K kernel, RowStage stage, int row, int count);
  }

  /** The most chunks there are. */
  static final int CHUNKS = 64;

  /** Floats of an operand in a block: two of them fit the L1 cache. */
  private static final int BLOCK = 1 << 12;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 14;

  private final Engine engine;
  private final Workers.Task part = this::part;
  private final List<K> kernels = new ArrayList<>();
  private final List<RowStage> stages = new ArrayList<>();

  private Block<K> block;
  private int rows;
  private int step;
  private int blocks;
  private int chunks;
  private int parts;

  @SuppressWarnings("NullAway.Init") // Each run brings its block.
  JavaRows(Engine engine, JavaBackend java, Class<K> type) {
    this.engine = engine;
    for (int i = 0; i < engine.workers().threads(); i++) {
      kernels.add(java.kernel(type).orElseThrow());
      stages.add(new RowStage());
    }
  }

  /** Computes all rows, of so many floats each; how many chunks that were. */
  int run(int rows, int floats, Block<K> block) {
    this.rows = rows;
    this.block = block;
    step = Math.max(1, BLOCK / Math.max(1, floats));
    blocks = (rows + step - 1) / step;
    chunks = Math.min(blocks, CHUNKS);
    parts = (long) rows * floats < PARALLEL ? 1 : Math.min(chunks, engine.workers().threads());
    engine.workers().run(parts, part);
    return chunks;
  }

  private void part(int i) {
    int end = Parts.begin(chunks, i + 1, parts);
    for (int chunk = Parts.begin(chunks, i, parts); chunk < end; chunk++) {
      int from = Parts.begin(blocks, chunk, chunks);
      for (int at = from; at < Parts.begin(blocks, chunk + 1, chunks); at++) {
        RowStage stage = stages.get(i);
        stage.begin(chunk, at == from);
        block.run(kernels.get(i), stage, at * step, Math.min(step, rows - at * step));
        stage.back();
      }
    }
  }
}
