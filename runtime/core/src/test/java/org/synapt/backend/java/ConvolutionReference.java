package org.synapt.backend.java;

import org.synapt.kernel.Windows;

/** Convolutions as the field writes them down: seven loops, in double. */
final class ConvolutionReference {
  private final int batch;
  private final int channels;
  private final int filters;
  private final int groups;
  private final int[] extent = {1, 1, 1};
  private final int[] count = {1, 1, 1};
  private final int[] size = {1, 1, 1};
  private final int[] stride = {1, 1, 1};
  private final int[] dilation = {1, 1, 1};
  private final int[] before = {0, 0, 0};

  /** Called with the places of three floats that belong together. */
  private interface Term {
    void add(int x, int weight, int y);
  }

  ConvolutionReference(int batch, Windows windows, int channels, int filters, int groups) {
    this.batch = batch;
    this.channels = channels;
    this.filters = filters;
    this.groups = groups;
    for (int axis = 0; axis < windows.rank(); axis++) {
      int i = axis + 3 - windows.rank();
      extent[i] = windows.extent(axis);
      count[i] = windows.count(axis);
      size[i] = windows.size(axis);
      stride[i] = windows.stride(axis);
      dilation[i] = windows.dilation(axis);
      before[i] = windows.before(axis);
    }
  }

  int xFloats() {
    return batch * extent[0] * extent[1] * extent[2] * channels;
  }

  int weightFloats() {
    return size[0] * size[1] * size[2] * (channels / groups) * filters;
  }

  int yFloats() {
    return batch * count[0] * count[1] * count[2] * filters;
  }

  /** The products' sums in the first half, and of their absolute values in the second. */
  double[] forward(float[] x, float[] weight) {
    double[] y = new double[2 * yFloats()];
    forAllTerms((i, j, k) -> add(y, k, x[i] * (double) weight[j]));
    return y;
  }

  double[] dataGradient(float[] dy, float[] weight) {
    double[] dx = new double[2 * xFloats()];
    forAllTerms((i, j, k) -> add(dx, i, dy[k] * (double) weight[j]));
    return dx;
  }

  double[] weightGradient(float[] x, float[] dy) {
    double[] dweight = new double[2 * weightFloats()];
    forAllTerms((i, j, k) -> add(dweight, j, x[i] * (double) dy[k]));
    return dweight;
  }

  private static void add(double[] sums, int at, double product) {
    sums[at] += product;
    sums[sums.length / 2 + at] += Math.abs(product);
  }

  private void forAllTerms(Term term) {
    int results = count[0] * count[1] * count[2];
    int taps = size[0] * size[1] * size[2];
    for (int b = 0; b < batch; b++) {
      for (int p = 0; p < results; p++) {
        for (int w = 0; w < taps; w++) {
          int position = position(p, w);
          if (position >= 0) {
            channels(b * extent[0] * extent[1] * extent[2] + position, w, b * results + p, term);
          }
        }
      }
    }
  }

  /** The position of the image that a window's position falls on, or -1. */
  private int position(int p, int w) {
    int position = 0;
    int ps = count[0] * count[1] * count[2];
    int ws = size[0] * size[1] * size[2];
    for (int i = 0; i < 3; i++) {
      ps /= count[i];
      ws /= size[i];
      int at = p / ps % count[i] * stride[i] - before[i] + w / ws % size[i] * dilation[i];
      if (at < 0 || at >= extent[i]) {
        return -1;
      }
      position = position * extent[i] + at;
    }
    return position;
  }

  private void channels(int x, int w, int y, Term term) {
    int depth = channels / groups;
    int rows = filters / groups;
    for (int f = 0; f < filters; f++) {
      for (int k = 0; k < depth; k++) {
        int c = f / rows * depth + k;
        term.add(x * channels + c, (w * depth + k) * filters + f, y * filters + f);
      }
    }
  }
}
