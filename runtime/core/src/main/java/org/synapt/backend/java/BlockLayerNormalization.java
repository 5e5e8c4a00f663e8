package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.LayerNormalization;

/**
 * Layer normalization over any memory, a share of the rows for each thread.
 *
 * <p>Saved is what Java saves. dγ and dβ are summed over the rows of a block, as Java sums them,
 * and then over the blocks in their order, whatever the number of threads.
 */
public final class BlockLayerNormalization implements LayerNormalization {
  private final BlockWriting writing;
  private final BlockRows<LayerNormalization> blocks;
  private final LayerSums sums = new LayerSums();
  private final BlockRows.Block<LayerNormalization> forward = this::forward;
  private final BlockRows.Block<LayerNormalization> gradient = this::gradient;

  private int n;
  private float epsilon;
  private Buffer x;
  private Buffer gamma;
  private Buffer beta;
  private Buffer saved;
  private Buffer dy;
  private Buffer y;

  /**
   * The kernel for a memory.
   *
   * @param workers who runs it
   * @param writing how its results are written
   */
  public BlockLayerNormalization(Workers workers, BlockWriting writing) {
    this.writing = writing;
    this.blocks = new BlockRows<>(workers, writing, () -> new JavaLayerNormalization(workers));
  }

  @Override
  public void forward(
      int rows, int n, float epsilon, Buffer x, Buffer gamma, Buffer beta, Buffer saved, Buffer y) {
    this.n = n;
    this.epsilon = epsilon;
    this.x = x;
    this.gamma = gamma;
    this.beta = beta;
    this.saved = saved;
    this.y = y;
    blocks.run(rows, n, forward);
    writing.done(saved);
    writing.done(y);
  }

  @Override
  public void gradient(
      int rows,
      int n,
      Buffer x,
      Buffer gamma,
      Buffer saved,
      Buffer dy,
      Buffer dgamma,
      Buffer dbeta,
      Buffer dx) {
    this.n = n;
    this.x = x;
    this.gamma = gamma;
    this.saved = saved;
    this.dy = dy;
    this.y = dx;
    sums.makeRoom(n);
    sums.addUp(n, blocks.run(rows, n, gradient));
    dgamma.put(0, sums.total(0), 0, dgamma.length());
    dbeta.put(0, sums.total(1), 0, dbeta.length());
    writing.done(dx);
  }

  private Buffer gamma(RowStage stage) {
    return gamma.length() == 0 ? gamma : stage.read(0, gamma, 0, n);
  }

  private Buffer beta(RowStage stage) {
    return beta.length() == 0 ? beta : stage.read(1, beta, 0, n);
  }

  private void forward(LayerNormalization kernel, RowStage stage, int row, int count) {
    kernel.forward(
        count,
        n,
        epsilon,
        stage.read(2, x, row * n, count * n),
        gamma(stage),
        beta(stage),
        saved.length() == 0 ? saved : stage.write(3, saved, 2 * row, 2 * count),
        stage.write(4, y, row * n, count * n));
  }

  private void gradient(LayerNormalization kernel, RowStage stage, int row, int count) {
    kernel.gradient(
        count,
        n,
        stage.read(2, x, row * n, count * n),
        gamma(stage),
        stage.read(5, saved, 2 * row, 2 * count),
        stage.read(6, dy, row * n, count * n),
        sums.block(stage, 0),
        sums.block(stage, 1),
        stage.write(4, y, row * n, count * n));
    sums.add(n, stage);
  }
}
