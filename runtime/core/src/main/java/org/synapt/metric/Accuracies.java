package org.synapt.metric;

/**
 * The forms of accuracy: the share of predictions that are right; NaN where a prediction is.
 *
 * <p>Source: Keras 2.0.0, {@code keras/metrics.py}, and the choice among them in {@code compile}.
 * Ties in the top k are those of TensorFlow's {@code in_top_k}.
 */
final class Accuracies {
  private Accuracies() {}

  /** The form by loss and shape: for one column, or a binary cross-entropy, binary. */
  static RowMeasure chosen(Comparison comparison) {
    if (comparison.sparse()) {
      return Accuracies::sparse;
    }
    if (comparison.binary()) {
      return comparison.logits() ? Accuracies::binaryOfLogits : Accuracies::binary;
    }
    return Accuracies::categorical;
  }

  /** The share of numbers that round to their target; half rounds to even. */
  static double binary(int n, float[] p, int pAt, float[] t, int tAt) {
    int right = 0;
    double spoilt = 0;
    for (int j = 0; j < n; j++) {
      spoilt += nanOrZero(p[pAt + j]);
      if (Math.rint(p[pAt + j]) == t[tAt + j]) {
        right++;
      }
    }
    return (double) right / n + spoilt;
  }

  /** The share of logits on the side of 0 that their target says. */
  static double binaryOfLogits(int n, float[] p, int pAt, float[] t, int tAt) {
    return above(0, n, p, pAt, t, tAt);
  }

  /** The share of numbers that are above a threshold where their target is 1, and only there. */
  static RowMeasure binaryAbove(float threshold) {
    return (n, p, pAt, t, tAt) -> above(threshold, n, p, pAt, t, tAt);
  }

  private static double above(float threshold, int n, float[] p, int pAt, float[] t, int tAt) {
    int right = 0;
    double spoilt = 0;
    for (int j = 0; j < n; j++) {
      spoilt += nanOrZero(p[pAt + j]);
      if ((p[pAt + j] > threshold ? 1 : 0) == t[tAt + j]) {
        right++;
      }
    }
    return (double) right / n + spoilt;
  }

  /** 1 if the largest number stands where the target's largest does. */
  static double categorical(int n, float[] p, int pAt, float[] t, int tAt) {
    return topK(1, largest(n, t, tAt), true, n, p, pAt);
  }

  /** 1 if the largest number stands where the target says. */
  static double sparse(int n, float[] p, int pAt, float[] t, int tAt) {
    return topK(1, t[tAt], true, n, p, pAt);
  }

  /** 1 if fewer than k numbers are larger than where the target's largest stands. */
  static RowMeasure categoricalTop(int k) {
    return (n, p, pAt, t, tAt) -> topK(k, largest(n, t, tAt), false, n, p, pAt);
  }

  /** 1 if fewer than k numbers are larger than where the target says. */
  static RowMeasure sparseTop(int k) {
    return (n, p, pAt, t, tAt) -> topK(k, t[tAt], false, n, p, pAt);
  }

  /** Whether a place is among the k largest; of equals the first is, or else all are. */
  private static double topK(int k, float place, boolean first, int n, float[] p, int pAt) {
    float at = p[pAt + (int) place];
    int larger = 0;
    double spoilt = 0;
    for (int j = 0; j < n; j++) {
      spoilt += nanOrZero(p[pAt + j]);
      if (p[pAt + j] > at || first && p[pAt + j] == at && j < place) {
        larger++;
      }
    }
    return (larger < k ? 1 : 0) + spoilt;
  }

  /** NaN for NaN; 0 for all else, infinities too. */
  private static double nanOrZero(float x) {
    return Float.isNaN(x) ? Double.NaN : 0;
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
