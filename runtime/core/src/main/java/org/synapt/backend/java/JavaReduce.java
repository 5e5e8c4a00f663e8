package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Reduce;

/**
 * Sums and maxima along an axis.
 *
 * <p>Where the axis is not the last, whole rows are added one after the other, in order. Where it
 * is, {@link Lanes} says in which order a row is summed.
 */
final class JavaReduce implements Reduce {
  private static final int BLOCK = 1024;

  /** Shorter rows are added where they lie: the copy costs more than it gains. */
  private static final int SHORT = 24;

  private final float[] total = new float[BLOCK];
  private final float[] row = new float[BLOCK];

  JavaReduce() {}

  @Override
  public void sum(int outer, int extent, int inner, Buffer x, Buffer y) {
    sum(outer, extent, inner, x, y, false);
  }

  @Override
  public void sumAdd(int outer, int extent, int inner, Buffer x, Buffer y) {
    sum(outer, extent, inner, x, y, true);
  }

  private void sum(int outer, int extent, int inner, Buffer x, Buffer y, boolean add) {
    float[] from = ArrayBuffer.array(x);
    float[] to = ArrayBuffer.array(y);
    int xAt = ArrayBuffer.at(x);
    int yAt = ArrayBuffer.at(y);
    if (inner == 1) {
      for (int o = 0; o < outer; o++) {
        float sum = Lanes.sum(from, xAt + o * extent, extent);
        to[yAt + o] = add ? to[yAt + o] + sum : sum;
      }
      return;
    }
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < inner; i += BLOCK) {
        int n = Math.min(BLOCK, inner - i);
        sumRows(extent, inner, n, from, xAt + o * extent * inner + i);
        store(n, to, yAt + o * inner + i, add);
      }
    }
  }

  /** total = the sum of the rows; they are n long and {@code stride} apart. */
  private void sumRows(int extent, int stride, int n, float[] x, int at) {
    System.arraycopy(x, at, total, 0, n);
    for (int e = 1; e < extent; e++) {
      if (n < SHORT) {
        addHere(n, x, at + e * stride, total);
      } else {
        System.arraycopy(x, at + e * stride, row, 0, n);
        add(n, row, total);
      }
    }
  }

  private void store(int n, float[] y, int at, boolean add) {
    if (add) {
      System.arraycopy(y, at, row, 0, n);
      add(n, row, total);
    }
    System.arraycopy(total, 0, y, at, n);
  }

  @Override
  public void max(int outer, int extent, int inner, Buffer x, Buffer y) {
    float[] from = ArrayBuffer.array(x);
    float[] to = ArrayBuffer.array(y);
    int xAt = ArrayBuffer.at(x);
    int yAt = ArrayBuffer.at(y);
    if (inner == 1) {
      for (int o = 0; o < outer; o++) {
        to[yAt + o] = Lanes.max(from, xAt + o * extent, extent);
      }
      return;
    }
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < inner; i += BLOCK) {
        int n = Math.min(BLOCK, inner - i);
        maxRows(extent, inner, n, from, xAt + o * extent * inner + i);
        System.arraycopy(total, 0, to, yAt + o * inner + i, n);
      }
    }
  }

  private void maxRows(int extent, int stride, int n, float[] x, int at) {
    System.arraycopy(x, at, total, 0, n);
    for (int e = 1; e < extent; e++) {
      System.arraycopy(x, at + e * stride, row, 0, n);
      max(n, row, total);
    }
  }

  private static void addHere(int n, float[] x, int at, float[] total) {
    for (int j = 0; j < n; j++) {
      total[j] += x[at + j];
    }
  }

  private static void add(int n, float[] x, float[] total) {
    for (int j = 0; j < n; j++) {
      total[j] = total[j] + x[j];
    }
  }

  private static void max(int n, float[] x, float[] largest) {
    for (int j = 0; j < n; j++) {
      largest[j] = Math.max(largest[j], x[j]);
    }
  }
}
