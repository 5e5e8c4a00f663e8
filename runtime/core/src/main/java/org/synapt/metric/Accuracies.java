package org.synapt.metric;

/**
 * The three forms of accuracy: the share of predictions that are right.
 *
 * <p>Source: Keras 2.0.0, {@code keras/metrics.py}, and the choice among them in {@code compile}.
 */
final class Accuracies {
  private Accuracies() {}

  /** The form by loss and shape: for one column, or a binary cross-entropy, binary. */
  static RowMeasure chosen(Comparison comparison) {
    if (comparison.sparse()) {
      return Accuracies::sparse;
    }
    if (comparison.columns() == 1 || comparison.loss().equals("binary_crossentropy")) {
      return comparison.logits() ? Accuracies::binaryOfLogits : Accuracies::binary;
    }
    return Accuracies::categorical;
  }

  /** The share of numbers that round to their target; half rounds to even. */
  static double binary(int n, float[] p, int pAt, float[] t, int tAt) {
    int right = 0;
    for (int j = 0; j < n; j++) {
      if (Math.rint(p[pAt + j]) == t[tAt + j]) {
        right++;
      }
    }
    return (double) right / n;
  }

  /** The share of logits on the side of 0 that their target says. */
  static double binaryOfLogits(int n, float[] p, int pAt, float[] t, int tAt) {
    int right = 0;
    for (int j = 0; j < n; j++) {
      if ((p[pAt + j] > 0 ? 1 : 0) == t[tAt + j]) {
        right++;
      }
    }
    return (double) right / n;
  }

  /** 1 if the largest number stands where the target's largest does. */
  static double categorical(int n, float[] p, int pAt, float[] t, int tAt) {
    return largest(n, p, pAt) == largest(n, t, tAt) ? 1 : 0;
  }

  /** 1 if the largest number stands where the target says. */
  static double sparse(int n, float[] p, int pAt, float[] t, int tAt) {
    return largest(n, p, pAt) == t[tAt] ? 1 : 0;
  }

  /** The first of equals. */
  private static int largest(int n, float[] x, int at) {
    int largest = 0;
    for (int j = 1; j < n; j++) {
      if (x[at + j] > x[at + largest]) {
        largest = j;
      }
    }
    return largest;
  }
}
