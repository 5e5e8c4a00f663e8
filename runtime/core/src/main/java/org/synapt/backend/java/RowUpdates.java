package org.synapt.backend.java;

/**
 * The inner loops of large products: rows of c, each plus a few rows of b times a number.
 *
 * <p>All arrays are indexed by the loop variable alone, for only then does HotSpot vectorise. Two
 * rows by three factors is the largest tile for which it does on JDK 17, and the fastest on 17 and
 * 25: 71 and 62 GFLOP/s at 512 columns, against 54 and 57 for one row by four. The order of the
 * additions is what Java says, from left to right.
 */
final class RowUpdates {
  private RowUpdates() {}

  /** {@code c0 = c0 + u0 · b0 + u1 · b1 + u2 · b2}, and c1 likewise with v. */
  static void twoByThree(
      int columns,
      float[] c0,
      float[] c1,
      float[] b0,
      float[] b1,
      float[] b2,
      float u0,
      float u1,
      float u2,
      float v0,
      float v1,
      float v2) {
    for (int j = 0; j < columns; j++) {
      float x0 = b0[j];
      float x1 = b1[j];
      float x2 = b2[j];
      float u = c0[j] + u0 * x0 + u1 * x1 + u2 * x2;
      float v = c1[j] + v0 * x0 + v1 * x1 + v2 * x2;
      c0[j] = u;
      c1[j] = v;
    }
  }

  /** {@code c0 = c0 + u · b} and {@code c1 = c1 + v · b}. */
  static void twoByOne(int columns, float[] c0, float[] c1, float[] b, float u, float v) {
    for (int j = 0; j < columns; j++) {
      float x = b[j];
      float u0 = c0[j] + u * x;
      float v0 = c1[j] + v * x;
      c0[j] = u0;
      c1[j] = v0;
    }
  }

  /** {@code c = c + u0 · b0 + u1 · b1 + u2 · b2}. */
  static void oneByThree(
      int columns, float[] c, float[] b0, float[] b1, float[] b2, float u0, float u1, float u2) {
    for (int j = 0; j < columns; j++) {
      c[j] = c[j] + u0 * b0[j] + u1 * b1[j] + u2 * b2[j];
    }
  }

  /** {@code c = c + u · b}. */
  static void oneByOne(int columns, float[] c, float[] b, float u) {
    for (int j = 0; j < columns; j++) {
      c[j] = c[j] + u * b[j];
    }
  }

  /** {@code c = c + x0 · w0 + x1 · w1 + x2 · w2}, all of them rows. */
  static void addThreeProducts(
      int columns,
      float[] c,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] w0,
      float[] w1,
      float[] w2) {
    for (int j = 0; j < columns; j++) {
      c[j] = c[j] + x0[j] * w0[j] + x1[j] * w1[j] + x2[j] * w2[j];
    }
  }

  /** {@code c0 = c0 + x0 · d}, and c1 and c2 likewise, all of them rows. */
  static void addProductToThree(
      int columns,
      float[] c0,
      float[] c1,
      float[] c2,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] d) {
    for (int j = 0; j < columns; j++) {
      float y = d[j];
      float s0 = c0[j] + x0[j] * y;
      float s1 = c1[j] + x1[j] * y;
      float s2 = c2[j] + x2[j] * y;
      c0[j] = s0;
      c1[j] = s1;
      c2[j] = s2;
    }
  }
}
