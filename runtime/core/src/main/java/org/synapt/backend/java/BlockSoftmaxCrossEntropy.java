package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.SoftmaxCrossEntropy;

/** Cross-entropy over any memory, a share of the rows for each thread. */
public final class BlockSoftmaxCrossEntropy implements SoftmaxCrossEntropy {
  private final BlockWriting writing;
  private final BlockRows<SoftmaxCrossEntropy> blocks;
  private final BlockRows.Block<SoftmaxCrossEntropy> loss = this::loss;
  private final BlockRows.Block<SoftmaxCrossEntropy> gradient = this::gradient;

  private int n;
  private Buffer x;
  private Buffer target;
  private Buffer share;
  private Buffer result;

  /**
   * The kernel for a memory.
   *
   * @param workers who runs it
   * @param writing how its results are written
   */
  public BlockSoftmaxCrossEntropy(Workers workers, BlockWriting writing) {
    this.writing = writing;
    this.blocks = new BlockRows<>(workers, writing, () -> new JavaSoftmaxCrossEntropy());
  }

  @Override
  public void loss(int rows, int n, Buffer z, Buffer target, Buffer loss) {
    this.n = n;
    this.x = z;
    this.target = target;
    this.result = loss;
    run(rows, this.loss);
  }

  @Override
  public void gradient(int rows, int n, Buffer p, Buffer target, Buffer share, Buffer dz) {
    this.n = n;
    this.x = p;
    this.target = target;
    this.share = share;
    this.result = dz;
    run(rows, gradient);
  }

  private void run(int rows, BlockRows.Block<SoftmaxCrossEntropy> block) {
    blocks.run(rows, n, block);
    writing.done(result);
  }

  private void loss(SoftmaxCrossEntropy kernel, RowStage stage, int row, int count) {
    kernel.loss(
        count,
        n,
        stage.read(0, x, row * n, count * n),
        stage.read(1, target, row * n, count * n),
        stage.write(2, result, row, count));
  }

  private void gradient(SoftmaxCrossEntropy kernel, RowStage stage, int row, int count) {
    kernel.gradient(
        count,
        n,
        stage.read(0, x, row * n, count * n),
        stage.read(1, target, row * n, count * n),
        stage.read(3, share, row, count),
        stage.write(2, result, row * n, count * n));
  }
}
