package org.synapt.backend.java;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.synapt.kernel.Kernel;

/**
 * Runs a kernel that takes arrays over any memory, a block of rows after the other, with a kernel
 * for each thread: rows must not depend on each other.
 *
 * <p>Threads divide chunks, each some blocks one behind the other. Where blocks and chunks begin
 * depends on the shape alone.
 *
 * @param <K> the kernel
 */
public final class BlockRows<K extends Kernel> {
  /**
   * What is computed for some rows.
   *
   * @param <K> the kernel
   */
  public interface Block<K> {
    /**
     * Computes some rows.
     *
     * @param kernel the thread's own
     * @param stage copies operands in and out
     * @param row the first row
     * @param count how many rows
     */
    void run(K kernel, RowStage stage, int row, int count);
  }

  /** The most chunks there are. */
  static final int CHUNKS = 64;

  /** Floats of an operand in a block: two of them fit the L1 cache. */
  private static final int BLOCK = 1 << 12;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 14;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final List<K> kernels = new ArrayList<>();
  private final List<RowStage> stages = new ArrayList<>();

  private Block<K> block;
  private int rows;
  private int step;
  private int blocks;
  private int chunks;
  private int parts;

  /**
   * Rows of a memory.
   *
   * @param workers who computes them
   * @param writing how results are written; who runs a block says when they are {@link
   *     BlockWriting#done done}
   * @param kernel makes a kernel for each thread
   */
  public BlockRows(Workers workers, BlockWriting writing, Supplier<K> kernel) {
    this.workers = workers;
    for (int i = 0; i < workers.threads(); i++) {
      kernels.add(kernel.get());
      stages.add(new RowStage(writing));
    }
  }

  /**
   * Computes all rows.
   *
   * @param rows how many
   * @param floats how many each has
   * @param block what is computed
   * @return how many chunks that were
   */
  public int run(int rows, int floats, Block<K> block) {
    this.rows = rows;
    this.block = block;
    step = Math.max(1, BLOCK / Math.max(1, floats));
    blocks = (rows + step - 1) / step;
    chunks = Math.min(blocks, CHUNKS);
    parts = (long) rows * floats < PARALLEL ? 1 : Math.min(chunks, workers.threads());
    workers.run(parts, part);
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
