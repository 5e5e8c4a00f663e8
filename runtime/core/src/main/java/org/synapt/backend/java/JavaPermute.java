package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Permute;

/** Walks y in memory order, axis by axis, and x by strides. */
final class JavaPermute implements Permute {
  private int[] extents = new int[0];
  private int[] strides = new int[0];
  private int rank;
  private float[] from;
  private float[] to;

  /** Where the next float of y goes. */
  private int toAt;

  JavaPermute() {}

  @Override
  public void permute(int batch, int[] xExtents, int[] order, Buffer x, Buffer y) {
    int size = axesOfY(xExtents, order);
    from = ArrayBuffer.array(x);
    to = ArrayBuffer.array(y);
    toAt = ArrayBuffer.at(y);
    for (int i = 0; i < batch; i++) {
      walk(0, ArrayBuffer.at(x) + i * size);
    }
  }

  /** Finds the extent of each axis of y and how far apart its elements lie in x. */
  private int axesOfY(int[] xExtents, int[] order) {
    rank = order.length;
    if (extents.length < rank) {
      extents = new int[rank];
      strides = new int[rank];
    }
    int stride = 1;
    for (int axis = rank - 1; axis >= 0; axis--) {
      int yAxis = 0;
      while (order[yAxis] != axis) {
        yAxis++;
      }
      extents[yAxis] = xExtents[axis];
      strides[yAxis] = stride;
      stride *= xExtents[axis];
    }
    return stride;
  }

  private void walk(int axis, int fromAt) {
    if (axis < rank - 1) {
      for (int i = 0; i < extents[axis]; i++) {
        walk(axis + 1, fromAt + i * strides[axis]);
      }
      return;
    }
    int n = rank == 0 ? 1 : extents[axis];
    int stride = rank == 0 ? 1 : strides[axis];
    if (stride == 1) {
      System.arraycopy(from, fromAt, to, toAt, n);
    } else {
      gather(n, from, fromAt, stride, to, toAt);
    }
    toAt += n;
  }

  private static void gather(int n, float[] x, int xAt, int stride, float[] y, int yAt) {
    for (int j = 0; j < n; j++) {
      y[yAt + j] = x[xAt + j * stride];
    }
  }
}
