package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Constrain;

/**
 * Keeps what lies in any memory within bounds: norms on a copy of all of it, and signs block by
 * block.
 */
public final class BlockConstrain implements Constrain {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 17;

  private final Workers workers;
  private final BlockWriting writing;
  private final Constrain kernel = new JavaConstrain();
  private final Stage stage;
  private final HeapBlock[] blocks;
  private final Workers.Task part = this::part;

  private int count;
  private Buffer x;
  private int parts;

  /**
   * The kernel for a memory.
   *
   * @param workers who runs it
   * @param writing how its results are written
   */
  public BlockConstrain(Workers workers, BlockWriting writing) {
    this.workers = workers;
    this.writing = writing;
    this.stage = new Stage(writing);
    this.blocks = new HeapBlock[workers.threads()];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new HeapBlock(writing);
    }
  }

  @Override
  public void norms(int[] shape, int[] axes, float least, float most, float rate, Buffer x) {
    int floats = 1;
    for (int extent : shape) {
      floats *= extent;
    }
    kernel.norms(shape, axes, least, most, rate, stage.update(0, x, floats));
    stage.back();
  }

  @Override
  public void nonNegative(int count, Buffer x) {
    this.count = count;
    this.x = x;
    this.parts = count < PARALLEL ? 1 : workers.threads();
    workers.run(parts, part);
    writing.done(x);
  }

  /** The kernel keeps nothing of such a call, so threads may share it. */
  private void part(int i) {
    int end = Parts.begin(count, i + 1, parts);
    for (int from = Parts.begin(count, i, parts); from < end; from += HeapBlock.FLOATS) {
      int n = Math.min(HeapBlock.FLOATS, end - from);
      kernel.nonNegative(n, blocks[i].take(x, from, n));
      blocks[i].give(x, from, n);
    }
  }
}
