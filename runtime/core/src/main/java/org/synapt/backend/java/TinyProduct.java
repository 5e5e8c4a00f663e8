package org.synapt.backend.java;

import org.synapt.kernel.Formula;

/**
 * Multiplies small matrices where they lie, on the caller's thread.
 *
 * <p>Two rows by four columns of c are summed at the same time, in registers: eight sums that do
 * not wait for each other. HotSpot gains nothing from vectors in loops this short.
 */
final class TinyProduct {
  private float[] result = {};
  private float[] tiledBias = {};
  private final float[][] operands = new float[2][];

  /** Computes all of c. */
  void multiply(Product p) {
    if (p.formula == null) {
      sum(p);
      return;
    }
    int floats = p.m * p.n;
    if (result.length < floats) {
      result = new float[floats];
      tiledBias = new float[floats];
    }
    float[] c = p.c;
    int cAt = p.cAt;
    p.setC(result, 0, p.n, 1);
    int rows = p.m;
    int columns = p.n;
    sum(p);
    apply(p.formula, p.bias, p.biasAt, rows, columns);
    System.arraycopy(result, 0, c, cAt, floats);
  }

  /** One call for all rows, because a call costs as much as some dozens of floats. */
  private void apply(Formula f, float[] bias, int biasAt, int rows, int columns) {
    if (bias != null) {
      for (int i = 0; i < rows; i++) {
        System.arraycopy(bias, biasAt, tiledBias, i * columns, columns);
      }
    }
    operands[0] = result;
    operands[1] = tiledBias;
    f.apply(rows * columns, result, operands);
  }

  private static void sum(Product p) {
    if (p.n < 4) {
      p.transpose();
    }
    int i = 0;
    for (; i < p.m - 1; i += 2) {
      int j = 0;
      for (; j < p.n - 3; j += 4) {
        twoByFour(p, i, j);
      }
      for (; j < p.n; j++) {
        oneByOne(p, i, j);
        oneByOne(p, i + 1, j);
      }
    }
    if (i < p.m) {
      int j = 0;
      for (; j < p.n - 3; j += 4) {
        oneByFour(p, i, j);
      }
      for (; j < p.n; j++) {
        oneByOne(p, i, j);
      }
    }
  }

  private static void twoByFour(Product p, int i, int j) {
    float[] a = p.a;
    float[] b = p.b;
    float[] c = p.c;
    int down = p.aRowStep;
    int across = p.bColumnStep;
    int u = p.cAt(i, j);
    int step = p.cColumnStep;
    int v = u + p.cRowStep;
    float u0 = 0f;
    float u1 = 0f;
    float u2 = 0f;
    float u3 = 0f;
    float v0 = 0f;
    float v1 = 0f;
    float v2 = 0f;
    float v3 = 0f;
    if (p.add) {
      u0 = c[u];
      u1 = c[u + step];
      u2 = c[u + 2 * step];
      u3 = c[u + 3 * step];
      v0 = c[v];
      v1 = c[v + step];
      v2 = c[v + 2 * step];
      v3 = c[v + 3 * step];
    }
    int at = p.aAt + i * down;
    int bt = p.bAt + j * across;
    for (int left = p.k; left > 0; left--) {
      float x = a[at];
      float y = a[at + down];
      float b0 = b[bt];
      float b1 = b[bt + across];
      float b2 = b[bt + 2 * across];
      float b3 = b[bt + 3 * across];
      u0 += x * b0;
      u1 += x * b1;
      u2 += x * b2;
      u3 += x * b3;
      v0 += y * b0;
      v1 += y * b1;
      v2 += y * b2;
      v3 += y * b3;
      at += p.aColumnStep;
      bt += p.bRowStep;
    }
    c[u] = u0;
    c[u + step] = u1;
    c[u + 2 * step] = u2;
    c[u + 3 * step] = u3;
    c[v] = v0;
    c[v + step] = v1;
    c[v + 2 * step] = v2;
    c[v + 3 * step] = v3;
  }

  private static void oneByFour(Product p, int i, int j) {
    float[] a = p.a;
    float[] b = p.b;
    float[] c = p.c;
    int across = p.bColumnStep;
    int u = p.cAt(i, j);
    int step = p.cColumnStep;
    float u0 = 0f;
    float u1 = 0f;
    float u2 = 0f;
    float u3 = 0f;
    if (p.add) {
      u0 = c[u];
      u1 = c[u + step];
      u2 = c[u + 2 * step];
      u3 = c[u + 3 * step];
    }
    int at = p.aAt + i * p.aRowStep;
    int bt = p.bAt + j * across;
    for (int left = p.k; left > 0; left--) {
      float x = a[at];
      u0 += x * b[bt];
      u1 += x * b[bt + across];
      u2 += x * b[bt + 2 * across];
      u3 += x * b[bt + 3 * across];
      at += p.aColumnStep;
      bt += p.bRowStep;
    }
    c[u] = u0;
    c[u + step] = u1;
    c[u + 2 * step] = u2;
    c[u + 3 * step] = u3;
  }

  private static void oneByOne(Product p, int i, int j) {
    int u = p.cAt(i, j);
    float sum = p.add ? p.c[u] : 0f;
    int at = p.aAt + i * p.aRowStep;
    int bt = p.bAt + j * p.bColumnStep;
    for (int left = p.k; left > 0; left--) {
      sum += p.a[at] * p.b[bt];
      at += p.aColumnStep;
      bt += p.bRowStep;
    }
    p.c[u] = sum;
  }
}
