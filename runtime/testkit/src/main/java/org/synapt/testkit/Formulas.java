package org.synapt.testkit;

import org.synapt.kernel.Formula;

/** Formulas as the compiler writes them, over values and vectors. */
final class Formulas {
  static final Formula SAME =
      new Formula("x", 1, "x") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          System.arraycopy(x[0], 0, y, 0, n);
        }
      };

  static final Formula TWICE =
      new Formula("x + x", 1, "x") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          float[] x0 = x[0];
          for (int j = 0; j < n; j++) {
            y[j] = x0[j] + x0[j];
          }
        }
      };

  static final Formula VECTOR =
      new Formula("v", 0, "v") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          System.arraycopy(x[0], 0, y, 0, n);
        }
      };

  static final Formula DIFFERENCE =
      new Formula("x - v", 1, "x", "v") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          float[] x0 = x[0];
          float[] v = x[1];
          for (int j = 0; j < n; j++) {
            y[j] = x0[j] - v[j];
          }
        }
      };

  static final Formula PRODUCT_MINUS =
      new Formula("x0 * x1 - v", 2, "x0", "x1", "v") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          float[] x0 = x[0];
          float[] x1 = x[1];
          float[] v = x[2];
          for (int j = 0; j < n; j++) {
            y[j] = x0[j] * x1[j] - v[j];
          }
        }
      };

  static final Formula AFFINE =
      new Formula("(x0 - x1) * v0 + v1", 2, "x0", "x1", "v0", "v1") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          float[] x0 = x[0];
          float[] x1 = x[1];
          float[] v0 = x[2];
          float[] v1 = x[3];
          for (int j = 0; j < n; j++) {
            y[j] = (x0[j] - x1[j]) * v0[j] + v1[j];
          }
        }
      };

  private Formulas() {}
}
