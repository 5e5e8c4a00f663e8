package org.synapt.backend.java;

/**
 * What recurrent layers do with gates that have been opened, as loops over arrays from 0 on, which
 * HotSpot vectorises.
 */
final class GateLoops {
  private GateLoops() {}

  /** x = x · y. */
  static void multiply(int n, float[] x, float[] y) {
    for (int j = 0; j < n; j++) {
      x[j] = x[j] * y[j];
    }
  }

  /** x = x · y · z. */
  static void multiply(int n, float[] x, float[] y, float[] z) {
    for (int j = 0; j < n; j++) {
      x[j] = x[j] * y[j] * z[j];
    }
  }

  /** x = x + y. */
  static void add(int n, float[] x, float[] y) {
    for (int j = 0; j < n; j++) {
      x[j] = x[j] + y[j];
    }
  }

  /** x = x + y · z. */
  static void addProduct(int n, float[] x, float[] y, float[] z) {
    for (int j = 0; j < n; j++) {
      x[j] = x[j] + y[j] * z[j];
    }
  }

  /** x = y · z. */
  static void product(int n, float[] x, float[] y, float[] z) {
    for (int j = 0; j < n; j++) {
      x[j] = y[j] * z[j];
    }
  }

  /** x = x · y · (1 − z). */
  static void multiplyByRest(int n, float[] x, float[] y, float[] z) {
    for (int j = 0; j < n; j++) {
      x[j] = x[j] * y[j] * (1f - z[j]);
    }
  }

  /** x = x · y · (z − w). */
  static void multiplyByDifference(int n, float[] x, float[] y, float[] z, float[] w) {
    for (int j = 0; j < n; j++) {
      x[j] = x[j] * y[j] * (z[j] - w[j]);
    }
  }

  /** x = z · x + (1 − z) · y. */
  static void mix(int n, float[] x, float[] y, float[] z) {
    for (int j = 0; j < n; j++) {
      x[j] = z[j] * x[j] + (1f - z[j]) * y[j];
    }
  }
}
