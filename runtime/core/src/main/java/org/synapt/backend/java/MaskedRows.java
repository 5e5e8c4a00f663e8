package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.kernel.Kernel;

/**
 * Some rows of a masked softmax, and of its gradient, in arrays of one thread.
 *
 * <p>Of a row only the stretch from the first to the last key that counts is computed: padding in
 * front and behind costs nothing. Stretches lie one behind the other, so that short rows share one
 * vectorised loop of exponentials. {@link Lanes} says in which order a stretch is summed.
 */
final class MaskedRows implements Kernel {
  private float[] z = new float[0];

  /** Where the stretch of each row begins and ends; both 0 where no key of the row counts. */
  private int[] begins = new int[0];

  private int[] ends = new int[0];

  private int from;
  private int to;
  private boolean gaps;
  private float[] mask = new float[0];

  MaskedRows() {}

  /** All keys count. */
  void countAll(int n) {
    from = 0;
    to = n;
    gaps = false;
  }

  /** Only the keys count whose mask is not 0. */
  void count(int n, float[] keyMask) {
    mask = keyMask;
    from = 0;
    while (from < n && keyMask[from] == 0f) {
      from++;
    }
    to = n;
    while (to > from && keyMask[to - 1] == 0f) {
      to--;
    }
    gaps = false;
    for (int j = from; j < to; j++) {
      gaps |= keyMask[j] == 0f;
    }
  }

  /** Makes room for some rows. */
  void begin(int rows, int n) {
    if (z.length < rows * n) {
      z = new float[rows * n];
    }
    if (begins.length < rows) {
      begins = new int[rows];
      ends = new int[rows];
    }
  }

  /**
   * Says which keys of a row count: of those that do, the ones below a limit.
   *
   * @param limit 0 if none does
   */
  void limit(int row, int limit) {
    boolean some = from < Math.min(limit, to);
    begins[row] = some ? from : 0;
    ends[row] = some ? Math.min(limit, to) : 0;
  }

  /**
   * Computes the softmax of rows that are known to {@link #limit}.
   *
   * @param first the first of them that the present keys are about, and the last but one
   */
  void scores(int first, int last, int n, float[] x) {
    int at = 0;
    for (int i = first; i < last; i++) {
      int length = ends[i] - begins[i];
      int xAt = i * n + begins[i];
      if (gaps) {
        copyCounted(length, x, xAt, begins[i], at);
      } else {
        System.arraycopy(x, xAt, z, at, length);
      }
      takeMaximum(length, at);
      at += length;
    }
    RowBlocks.exp(at, z, z);
  }

  private void copyCounted(int length, float[] x, int xAt, int key, int at) {
    for (int j = 0; j < length; j++) {
      z[at + j] = mask[key + j] == 0f ? Float.NEGATIVE_INFINITY : x[xAt + j];
    }
  }

  private void takeMaximum(int length, int at) {
    if (length > 0) {
      float max = Lanes.largestNumber(z, at, length);
      for (int j = at; j < at + length; j++) {
        z[j] = z[j] - max;
      }
    }
  }

  /** Writes the weights whose powers {@link #scores} has left. */
  void weights(int first, int last, int n, float[] y) {
    int at = 0;
    for (int i = first; i < last; i++) {
      int length = ends[i] - begins[i];
      int row = i * n;
      if (length == 0) {
        Arrays.fill(y, row, row + n, 1f / n);
      } else {
        weights(length, at, y, row + begins[i]);
        clearOutside(i, n, y);
      }
      at += length;
    }
  }

  private void weights(int length, int at, float[] y, int yAt) {
    float sum = Lanes.sum(z, at, length);
    for (int j = 0; j < length; j++) {
      y[yAt + j] = z[at + j] / sum;
    }
  }

  private void clearOutside(int i, int n, float[] y) {
    Arrays.fill(y, i * n, i * n + begins[i], 0f);
    Arrays.fill(y, i * n + ends[i], (i + 1) * n, 0f);
    for (int j = begins[i]; gaps && j < ends[i]; j++) {
      if (mask[j] == 0f) {
        y[i * n + j] = 0f;
      }
    }
  }

  /** Writes the gradients of some rows of scores. */
  void gradients(int first, int last, int n, float[] y, float[] dy, float[] dx) {
    for (int i = first; i < last; i++) {
      int at = i * n + begins[i];
      int end = i * n + ends[i];
      for (int j = at; j < end; j++) {
        z[j - at] = y[j] * dy[j];
      }
      float sum = Lanes.sum(z, 0, end - at);
      for (int j = at; j < end; j++) {
        dx[j] = y[j] * (dy[j] - sum);
      }
      Arrays.fill(dx, i * n, at, 0f);
      Arrays.fill(dx, end, (i + 1) * n, 0f);
    }
  }
}
