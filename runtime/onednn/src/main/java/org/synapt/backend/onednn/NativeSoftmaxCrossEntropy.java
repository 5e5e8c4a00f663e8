package org.synapt.backend.onednn;

import org.synapt.backend.java.JavaBackend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.SoftmaxCrossEntropy;

/** Cross-entropy as Java computes it, a share of the rows for each thread. */
final class NativeSoftmaxCrossEntropy implements SoftmaxCrossEntropy {
  private final JavaRows<SoftmaxCrossEntropy> blocks;
  private final JavaRows.Block<SoftmaxCrossEntropy> loss = this::loss;
  private final JavaRows.Block<SoftmaxCrossEntropy> gradient = this::gradient;

  private int n;
  private Buffer x;
  private Buffer target;
  private Buffer share;
  private Buffer result;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  NativeSoftmaxCrossEntropy(Engine engine, JavaBackend java) {
    blocks = new JavaRows<>(engine, java, SoftmaxCrossEntropy.class);
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

  private void run(int rows, JavaRows.Block<SoftmaxCrossEntropy> block) {
    blocks.run(rows, n, block);
    NativeBuffer.touch(result);
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
