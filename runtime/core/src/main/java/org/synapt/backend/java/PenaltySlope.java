package org.synapt.backend.java;

import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;

/**
 * The gradient of {@link org.synapt.kernel.Penalty}, {@code l1 · sign(x) + 2 · l2 · x}, alone or
 * added to what is there.
 */
public final class PenaltySlope extends Formula {
  private float l1;
  private float l2;

  private PenaltySlope(String text, String... values) {
    super(text, values.length, values);
  }

  /**
   * A formula of x.
   *
   * @return the formula, with weights of 0
   */
  public static PenaltySlope alone() {
    return new PenaltySlope("l1 * sign(x) + 2 * l2 * x", "x");
  }

  /**
   * A formula of x and of what is there; the result may be written over x.
   *
   * @return the formula, with weights of 0
   */
  public static PenaltySlope added() {
    return new PenaltySlope("dx + l1 * sign(x) + 2 * l2 * x", "x", "dx");
  }

  /**
   * The same formula with other weights.
   *
   * @param l1 the weight of absolute values
   * @param l2 the weight of squares
   * @return this
   */
  public PenaltySlope with(float l1, float l2) {
    this.l1 = l1;
    this.l2 = l2;
    return this;
  }

  @Override
  public void apply(int n, float[] y, float[][] x) {
    slopes(n, l1, 2 * l2, x[0], y);
    if (values() == 2) {
      add(n, x[1], y);
    }
  }

  private static void slopes(int n, float l1, float twice, float[] x, float[] y) {
    if (l1 == 0) {
      for (int j = 0; j < n; j++) {
        y[j] = twice * x[j];
      }
    } else if (twice == 0) {
      for (int j = 0; j < n; j++) {
        y[j] = l1 * Functions.sign(x[j]);
      }
    } else {
      for (int j = 0; j < n; j++) {
        y[j] = l1 * Functions.sign(x[j]) + twice * x[j];
      }
    }
  }

  private static void add(int n, float[] a, float[] y) {
    for (int j = 0; j < n; j++) {
      y[j] = a[j] + y[j];
    }
  }
}
