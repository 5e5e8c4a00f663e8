package org.synapt.backend.onednn;

import org.synapt.backend.java.JavaBackend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Softmax;

/** Softmax as Java computes it, a share of the rows for each thread. */
final class NativeSoftmax implements Softmax {
  private final JavaRows<Softmax> blocks;
  private final JavaRows.Block<Softmax> softmax = this::softmax;
  private final JavaRows.Block<Softmax> softmaxGradient = this::softmaxGradient;
  private final JavaRows.Block<Softmax> logSoftmax = this::logSoftmax;
  private final JavaRows.Block<Softmax> logSoftmaxGradient = this::logSoftmaxGradient;

  private int n;
  private Buffer a;
  private Buffer b;
  private Buffer result;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  NativeSoftmax(Engine engine, JavaBackend java) {
    blocks = new JavaRows<>(engine, java, Softmax.class);
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
      int rows, int n, Buffer a, Buffer b, Buffer result, JavaRows.Block<Softmax> block) {
    this.n = n;
    this.a = a;
    this.b = b;
    this.result = result;
    blocks.run(rows, n, block);
    NativeBuffer.touch(result);
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
