package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Softmax;

/** Softmax over any memory, a share of the rows for each thread. */
public final class BlockSoftmax implements Softmax {
  private final BlockWriting writing;
  private final BlockRows<Softmax> blocks;
  private final BlockRows.Block<Softmax> softmax = this::softmax;
  private final BlockRows.Block<Softmax> softmaxGradient = this::softmaxGradient;
  private final BlockRows.Block<Softmax> logSoftmax = this::logSoftmax;
  private final BlockRows.Block<Softmax> logSoftmaxGradient = this::logSoftmaxGradient;

  private int n;
  private Buffer a;
  private Buffer b;
  private Buffer result;

  /**
   * The kernel for a memory.
   *
   * @param workers who runs it
   * @param writing how its results are written
   */
  public BlockSoftmax(Workers workers, BlockWriting writing) {
    this.writing = writing;
    this.blocks = new BlockRows<>(workers, writing, () -> new JavaSoftmax(workers));
  }

  @Override
  public void softmax(int rows, int n, Buffer x, Buffer y) {
    run(rows, n, x, x, y, softmax);
  }

  @Override
  public void softmaxGradient(int rows, int n, Buffer y, Buffer dy, Buffer dx) {
    run(rows, n, y, dy, dx, softmaxGradient);
  }

  @Override
  public void logSoftmax(int rows, int n, Buffer x, Buffer y) {
    run(rows, n, x, x, y, logSoftmax);
  }

  @Override
  public void logSoftmaxGradient(int rows, int n, Buffer y, Buffer dy, Buffer dx) {
    run(rows, n, y, dy, dx, logSoftmaxGradient);
  }

  private void run(
      int rows, int n, Buffer a, Buffer b, Buffer result, BlockRows.Block<Softmax> block) {
    this.n = n;
    this.a = a;
    this.b = b;
    this.result = result;
    blocks.run(rows, n, block);
    writing.done(result);
  }

  private Buffer a(RowStage stage, int row, int count) {
    return stage.read(0, a, row * n, count * n);
  }

  private Buffer b(RowStage stage, int row, int count) {
    return stage.read(1, b, row * n, count * n);
  }

  private Buffer result(RowStage stage, int row, int count) {
    return stage.write(2, result, row * n, count * n);
  }

  private void softmax(Softmax kernel, RowStage stage, int row, int count) {
    kernel.softmax(count, n, a(stage, row, count), result(stage, row, count));
  }

  private void softmaxGradient(Softmax kernel, RowStage stage, int row, int count) {
    kernel.softmaxGradient(
        count, n, a(stage, row, count), b(stage, row, count), result(stage, row, count));
  }

  private void logSoftmax(Softmax kernel, RowStage stage, int row, int count) {
    kernel.logSoftmax(count, n, a(stage, row, count), result(stage, row, count));
  }

  private void logSoftmaxGradient(Softmax kernel, RowStage stage, int row, int count) {
    kernel.logSoftmaxGradient(
        count, n, a(stage, row, count), b(stage, row, count), result(stage, row, count));
  }
}
