package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Functions;
import org.synapt.kernel.SoftmaxCrossEntropy;

/**
 * Cross-entropy behind a softmax, over blocks of whole rows.
 *
 * <p>{@link Lanes} says in which order a row is summed.
 */
final class JavaSoftmaxCrossEntropy implements SoftmaxCrossEntropy {
  private static final int BLOCK = 1024;

  private float[] values = new float[BLOCK];
  private float[] powers = new float[BLOCK];
  private float[] targets = new float[BLOCK];

  JavaSoftmaxCrossEntropy() {}

  @Override
  public void loss(int rows, int n, Buffer z, Buffer target, Buffer loss) {
    int step = rowsOfBlock(n);
    for (int i = 0; i < rows; i += step) {
      int some = Math.min(step, rows - i);
      copyIn(z, target, i * n, some * n);
      loss(some, n, ArrayBuffer.array(loss), ArrayBuffer.at(loss) + i);
    }
  }

  private void loss(int rows, int n, float[] loss, int lossAt) {
    RowBlocks.takeMaximum(rows, n, values);
    RowBlocks.exp(rows * n, values, powers);
    for (int i = 0; i < rows; i++) {
      float log = Functions.log(Lanes.sum(powers, i * n, n));
      for (int j = i * n; j < i * n + n; j++) {
        values[j] = targets[j] * (log - values[j]);
      }
      loss[lossAt + i] = Lanes.sum(values, i * n, n);
    }
  }

  @Override
  public void gradient(int rows, int n, Buffer p, Buffer target, Buffer share, Buffer dz) {
    int step = rowsOfBlock(n);
    for (int i = 0; i < rows; i += step) {
      int some = Math.min(step, rows - i);
      copyIn(p, target, i * n, some * n);
      gradient(some, n, ArrayBuffer.array(share), ArrayBuffer.at(share) + i);
      System.arraycopy(values, 0, ArrayBuffer.array(dz), ArrayBuffer.at(dz) + i * n, some * n);
    }
  }

  private void gradient(int rows, int n, float[] share, int shareAt) {
    for (int i = 0; i < rows; i++) {
      float sum = Lanes.sum(targets, i * n, n);
      float factor = share[shareAt + i];
      for (int j = i * n; j < i * n + n; j++) {
        values[j] = factor * (values[j] * sum - targets[j]);
      }
    }
  }

  private int rowsOfBlock(int n) {
    if (values.length < n) {
      values = new float[n];
      powers = new float[n];
      targets = new float[n];
    }
    return Math.max(1, BLOCK / n);
  }

  private void copyIn(Buffer x, Buffer target, int at, int count) {
    System.arraycopy(ArrayBuffer.array(x), ArrayBuffer.at(x) + at, values, 0, count);
    System.arraycopy(ArrayBuffer.array(target), ArrayBuffer.at(target) + at, targets, 0, count);
  }
}
