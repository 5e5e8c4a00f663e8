package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Constrain;

/**
 * Norms and signs of parameters.
 *
 * <p>Neighbouring axes that are both summed, or both not, are as good as one: what remains are
 * runs, every second of which is summed. Memory is walked in rows along the last run. If that is
 * summed, {@link Lanes} says in which order a row is; all else is added row by row, in order.
 */
final class JavaConstrain implements Constrain {
  private static final int BLOCK = 1024;

  /** The extents of the runs; even ones are not summed, odd ones are. */
  private int[] runs = new int[8];

  private int runCount;

  /** For each norm, the sum of its squares and then what to scale by. */
  private float[] factors = new float[BLOCK];

  private float[] row = new float[BLOCK];

  JavaConstrain() {}

  @Override
  public void norms(int[] shape, int[] axes, float least, float most, float rate, Buffer x) {
    join(shape, axes);
    int inner = runs[runCount - 1];
    int norms = product(2);
    int rows = product(1) / inner;
    boolean summed = runCount % 2 == 0;
    clear(norms);
    float[] floats = ArrayBuffer.array(x);
    int at = ArrayBuffer.at(x);
    for (int r = 0; r < rows; r++) {
      if (summed) {
        factors[norm(r)] += squares(inner, floats, at + r * inner);
      } else {
        addSquares(inner, floats, at + r * inner, norm(r) * inner);
      }
    }
    factors(norms, least, most, rate);
    for (int r = 0; r < rows; r++) {
      if (summed) {
        scale(inner, factors[norm(r)], floats, at + r * inner);
      } else {
        scale(inner, norm(r) * inner, floats, at + r * inner);
      }
    }
  }

  private void join(int[] shape, int... axes) {
    if (runs.length < shape.length + 1) {
      runs = new int[shape.length + 1];
    }
    runCount = 1;
    runs[0] = 1;
    int next = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      boolean summed = next < axes.length && axes[next] == axis;
      if (summed) {
        next++;
      }
      if (summed == (runCount % 2 == 0)) {
        runs[runCount - 1] *= shape[axis];
      } else {
        runs[runCount++] = shape[axis];
      }
    }
  }

  private int product(int step) {
    int product = 1;
    for (int run = 0; run < runCount; run += step) {
      product *= runs[run];
    }
    return product;
  }

  private void clear(int norms) {
    if (factors.length < norms) {
      factors = new float[norms];
    }
    Arrays.fill(factors, 0, norms, 0f);
  }

  /** To which norm, or to which row of them, a row belongs. */
  private int norm(int row) {
    int rest = row;
    int norm = 0;
    int stride = 1;
    for (int run = runCount - 2; run >= 0; run--) {
      if (run % 2 == 0) {
        norm += rest % runs[run] * stride;
        stride *= runs[run];
      }
      rest /= runs[run];
    }
    return norm;
  }

  /** Σ x² of a row. */
  private float squares(int inner, float[] x, int at) {
    if (row.length < inner) {
      row = new float[inner];
    }
    System.arraycopy(x, at, row, 0, inner);
    for (int j = 0; j < inner; j++) {
      row[j] = row[j] * row[j];
    }
    return Lanes.sum(row, 0, inner);
  }

  /** factors = factors + x² of a row. */
  private void addSquares(int inner, float[] x, int at, int first) {
    for (int from = 0; from < inner; from += BLOCK) {
      int n = Math.min(BLOCK, inner - from);
      System.arraycopy(x, at + from, row, 0, n);
      addSquares(n, row, factors, first + from);
    }
  }

  private static void addSquares(int n, float[] x, float[] total, int at) {
    for (int j = 0; j < n; j++) {
      total[at + j] = total[at + j] + x[j] * x[j];
    }
  }

  /** By what to scale, from sums of squares. */
  private void factors(int norms, float least, float most, float rate) {
    for (int j = 0; j < norms; j++) {
      float norm = (float) Math.sqrt(factors[j]);
      float wanted = rate * Math.min(Math.max(norm, least), most) + (1f - rate) * norm;
      factors[j] = wanted / (EPSILON + norm);
    }
  }

  private static void scale(int inner, float factor, float[] x, int at) {
    for (int j = at; j < at + inner; j++) {
      x[j] *= factor;
    }
  }

  private void scale(int inner, int first, float[] x, int at) {
    for (int from = 0; from < inner; from += BLOCK) {
      int n = Math.min(BLOCK, inner - from);
      System.arraycopy(x, at + from, row, 0, n);
      multiply(n, factors, first + from, row);
      System.arraycopy(row, 0, x, at + from, n);
    }
  }

  private static void multiply(int n, float[] factors, int at, float[] x) {
    for (int j = 0; j < n; j++) {
      x[j] = x[j] * factors[at + j];
    }
  }

  @Override
  public void nonNegative(int count, Buffer x) {
    float[] floats = ArrayBuffer.array(x);
    int at = ArrayBuffer.at(x);
    for (int j = at; j < at + count; j++) {
      floats[j] = Math.max(floats[j], 0f);
    }
  }
}
