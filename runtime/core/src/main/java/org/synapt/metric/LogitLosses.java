package org.synapt.metric;

/**
 * The cross-entropies of logits z: what {@link RowLosses} gives for their sigmoid or softmax, but
 * exact however large they are.
 */
final class LogitLosses {
  private LogitLosses() {}

  /** {@code Σ (max(z, 0) − t · z + log(1 + exp(−|z|))) / n}. */
  static double binaryCrossentropy(int n, float[] z, int zAt, float[] t, int tAt) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double logit = z[zAt + j];
      sum += Math.max(logit, 0) - t[tAt + j] * logit;
      sum += StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
    }
    return sum / n;
  }

  /** {@code Σ t · (log Σ exp z − z)}. */
  static double categoricalCrossentropy(int n, float[] z, int zAt, float[] t, int tAt) {
    double log = logOfSum(n, z, zAt);
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += t[tAt + j] * (log - z[zAt + j]);
    }
    return sum;
  }

  /** {@code log Σ exp z − z[t]}. */
  static double sparseCategoricalCrossentropy(int n, float[] z, int zAt, float[] t, int tAt) {
    return logOfSum(n, z, zAt) - z[zAt + (int) t[tAt]];
  }

  private static double logOfSum(int n, float[] z, int at) {
    double largest = z[at];
    for (int j = 1; j < n; j++) {
      largest = Math.max(largest, z[at + j]);
    }
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += StrictMath.exp(z[at + j] - largest);
    }
    return largest + StrictMath.log(sum);
  }
}
