package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Constrain;

/**
 * Norms and signs of parameters.
 *
 * <p>Where the axis is not the last, squares are added row by row, in order. Where it is, {@link
 * Lanes} says in which order a row is summed.
 */
final class JavaConstrain implements Constrain {
  private static final int BLOCK = 1024;

  private final float[] factors = new float[BLOCK];
  private float[] row = new float[BLOCK];

  JavaConstrain() {}

  @Override
  public void norms(
      int outer, int extent, int inner, float least, float most, float rate, Buffer x) {
    float[] floats = ArrayBuffer.array(x);
    for (int o = 0; o < outer; o++) {
      int at = ArrayBuffer.at(x) + o * extent * inner;
      if (inner == 1) {
        factors[0] = squares(extent, floats, at);
        factors(1, least, most, rate);
        scale(extent, factors[0], floats, at);
      } else {
        for (int i = 0; i < inner; i += BLOCK) {
          int n = Math.min(BLOCK, inner - i);
          squares(extent, inner, n, floats, at + i);
          factors(n, least, most, rate);
          scale(extent, inner, n, floats, at + i);
        }
      }
    }
  }

  /** Σ x² along the last axis. */
  private float squares(int extent, float[] x, int at) {
    if (row.length < extent) {
      row = new float[extent];
    }
    System.arraycopy(x, at, row, 0, extent);
    for (int j = 0; j < extent; j++) {
      row[j] = row[j] * row[j];
    }
    return Lanes.sum(row, 0, extent);
  }

  /** factors = Σ x² along rows that are n long and {@code stride} apart. */
  private void squares(int extent, int stride, int n, float[] x, int at) {
    Arrays.fill(factors, 0, n, 0f);
    for (int e = 0; e < extent; e++) {
      System.arraycopy(x, at + e * stride, row, 0, n);
      addSquares(n, row, factors);
    }
  }

  private static void addSquares(int n, float[] x, float[] total) {
    for (int j = 0; j < n; j++) {
      total[j] = total[j] + x[j] * x[j];
    }
  }

  /** By what to scale, from sums of squares. */
  private void factors(int n, float least, float most, float rate) {
    for (int j = 0; j < n; j++) {
      float norm = (float) Math.sqrt(factors[j]);
      float wanted = rate * Math.min(Math.max(norm, least), most) + (1f - rate) * norm;
      factors[j] = wanted / (EPSILON + norm);
    }
  }

  private static void scale(int extent, float factor, float[] x, int at) {
    for (int j = at; j < at + extent; j++) {
      x[j] *= factor;
    }
  }

  private void scale(int extent, int stride, int n, float[] x, int at) {
    for (int e = 0; e < extent; e++) {
      System.arraycopy(x, at + e * stride, row, 0, n);
      multiply(n, factors, row);
      System.arraycopy(row, 0, x, at + e * stride, n);
    }
  }

  private static void multiply(int n, float[] factors, float[] x) {
    for (int j = 0; j < n; j++) {
      x[j] = x[j] * factors[j];
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
