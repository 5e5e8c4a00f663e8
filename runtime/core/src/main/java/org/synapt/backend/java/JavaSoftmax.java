package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Functions;
import org.synapt.kernel.Softmax;

/**
 * Softmax over blocks of whole rows, so that short rows share one vectorised loop of exponentials.
 *
 * <p>{@link Lanes} says in which order a row is summed.
 */
final class JavaSoftmax implements Softmax {
  private final RowBlocks blocks;

  JavaSoftmax(Workers workers) {
    this.blocks = new RowBlocks(workers);
  }

  @Override
  public void softmax(int rows, int n, Buffer x, Buffer y) {
    blocks.run(rows, n, JavaSoftmax::softmax, x, x, y);
  }

  @Override
  public void softmaxGradient(int rows, int n, Buffer y, Buffer dy, Buffer dx) {
    blocks.run(rows, n, JavaSoftmax::softmaxGradient, y, dy, dx);
  }

  @Override
  public void logSoftmax(int rows, int n, Buffer x, Buffer y) {
    blocks.run(rows, n, JavaSoftmax::logSoftmax, x, x, y);
  }

  @Override
  public void logSoftmaxGradient(int rows, int n, Buffer y, Buffer dy, Buffer dx) {
    blocks.run(rows, n, JavaSoftmax::logSoftmaxGradient, y, dy, dx);
  }

  private static void softmax(int rows, int n, float[] x, float[] same, float[] y) {
    RowBlocks.takeMaximum(rows, n, x);
    RowBlocks.exp(rows * n, x, y);
    for (int at = 0; at < rows * n; at += n) {
      float sum = Lanes.sum(y, at, n);
      for (int j = at; j < at + n; j++) {
        y[j] = y[j] / sum;
      }
    }
  }

  private static void softmaxGradient(int rows, int n, float[] y, float[] dy, float[] dx) {
    for (int j = 0; j < rows * n; j++) {
      dx[j] = y[j] * dy[j];
    }
    for (int at = 0; at < rows * n; at += n) {
      float sum = Lanes.sum(dx, at, n);
      for (int j = at; j < at + n; j++) {
        dx[j] = y[j] * (dy[j] - sum);
      }
    }
  }

  private static void logSoftmax(int rows, int n, float[] x, float[] same, float[] y) {
    RowBlocks.takeMaximum(rows, n, x);
    RowBlocks.exp(rows * n, x, y);
    for (int at = 0; at < rows * n; at += n) {
      float log = Functions.log(Lanes.sum(y, at, n));
      for (int j = at; j < at + n; j++) {
        y[j] = x[j] - log;
      }
    }
  }

  private static void logSoftmaxGradient(int rows, int n, float[] y, float[] dy, float[] dx) {
    RowBlocks.exp(rows * n, y, dx);
    for (int at = 0; at < rows * n; at += n) {
      float sum = Lanes.sum(dy, at, n);
      for (int j = at; j < at + n; j++) {
        dx[j] = dy[j] - dx[j] * sum;
      }
    }
  }
}
