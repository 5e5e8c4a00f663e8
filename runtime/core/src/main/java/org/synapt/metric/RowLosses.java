package org.synapt.metric;

/**
 * Losses as measures, for targets t and predictions p with n numbers in a row.
 *
 * <p>In double throughout, so that they can also check what training reports. ε is 1e-7. Formulas:
 * Keras 2.0.0, {@code keras/losses.py}; cosine proximity sums as Keras 3 does; log-cosh, Huber and
 * Pearson's correlation are Keras 3's.
 */
final class RowLosses {
  private static final double EPSILON = 1e-7;

  private RowLosses() {}

  /** {@code Σ (t − p)² / n}. */
  static double meanSquaredError(int n, float[] p, int pAt, float[] t, int tAt) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double apart = (double) t[tAt + j] - p[pAt + j];
      sum += apart * apart;
    }
    return sum / n;
  }

  /** {@code Σ |t − p| / n}. */
  static double meanAbsoluteError(int n, float[] p, int pAt, float[] t, int tAt) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += Math.abs((double) t[tAt + j] - p[pAt + j]);
    }
    return sum / n;
  }

  /** {@code 100 · Σ |t − p| / max(|t|, ε) / n}. */
  static double meanAbsolutePercentageError(int n, float[] p, int pAt, float[] t, int tAt) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double target = t[tAt + j];
      sum += Math.abs(target - p[pAt + j]) / Math.max(Math.abs(target), EPSILON);
    }
    return 100 * sum / n;
  }

  /** {@code Σ (log(1 + max(t, ε)) − log(1 + max(p, ε)))² / n}. */
  static double meanSquaredLogarithmicError(int n, float[] p, int pAt, float[] t, int tAt) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double apart =
          StrictMath.log1p(Math.max(t[tAt + j], EPSILON))
              - StrictMath.log1p(Math.max(p[pAt + j], EPSILON));
      sum += apart * apart;
    }
    return sum / n;
  }

  /** {@code Σ max(1 − t · p, 0) / n}. */
  static double hinge(int n, float[] p, int pAt, float[] t, int tAt) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += Math.max(1 - (double) t[tAt + j] * p[pAt + j], 0);
    }
    return sum / n;
  }

  /** {@code Σ max(1 − t · p, 0)² / n}. */
  static double squaredHinge(int n, float[] p, int pAt, float[] t, int tAt) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double missing = Math.max(1 - (double) t[tAt + j] * p[pAt + j], 0);
      sum += missing * missing;
    }
    return sum / n;
  }

  /** {@code max(1 + max((1 − t) · p) − Σ t · p, 0)}. */
  static double categoricalHinge(int n, float[] p, int pAt, float[] t, int tAt) {
    double right = 0;
    double wrong = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < n; j++) {
      double target = t[tAt + j];
      right += target * p[pAt + j];
      wrong = Math.max(wrong, (1 - target) * p[pAt + j]);
    }
    return Math.max(1 + wrong - right, 0);
  }

  /** {@code Σ log cosh(p − t) / n}, as {@code |x| + log(1 + exp(−2|x|)) − log 2}. */
  static double logCosh(int n, float[] p, int pAt, float[] t, int tAt) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double apart = Math.abs((double) p[pAt + j] - t[tAt + j]);
      sum += apart + StrictMath.log1p(StrictMath.exp(-2 * apart)) - StrictMath.log(2);
    }
    return sum / n;
  }

  /** {@code Σ e² / 2} where {@code e = |t − p| ≤ δ}, else {@code δ · e − δ² / 2}, over n. */
  static RowMeasure huber(double delta) {
    return (n, p, pAt, t, tAt) -> {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        double apart = Math.abs((double) t[tAt + j] - p[pAt + j]);
        sum += apart <= delta ? apart * apart / 2 : delta * apart - delta * delta / 2;
      }
      return sum / n;
    };
  }

  /** {@code −Σ t · log(p / Σ p)}, held within ε and 1 − ε. */
  static double categoricalCrossentropy(int n, float[] p, int pAt, float[] t, int tAt) {
    double total = total(n, p, pAt);
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum -= t[tAt + j] * StrictMath.log(probability(p[pAt + j] / total));
    }
    return sum;
  }

  /** {@code −log(p[t] / Σ p)}, held within ε and 1 − ε. */
  static double sparseCategoricalCrossentropy(int n, float[] p, int pAt, float[] t, int tAt) {
    return -StrictMath.log(probability(p[pAt + (int) t[tAt]] / total(n, p, pAt)));
  }

  /** {@code −Σ (t · log p + (1 − t) · log(1 − p)) / n}, p held within ε and 1 − ε. */
  static double binaryCrossentropy(int n, float[] p, int pAt, float[] t, int tAt) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double probability = probability(p[pAt + j]);
      double target = t[tAt + j];
      sum -= target * StrictMath.log(probability);
      sum -= (1 - target) * StrictMath.log(1 - probability);
    }
    return sum / n;
  }

  /** {@code Σ t · log(t / p)}, both held within ε and 1. */
  static double kullbackLeiblerDivergence(int n, float[] p, int pAt, float[] t, int tAt) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double target = Math.min(Math.max(t[tAt + j], EPSILON), 1);
      double prediction = Math.min(Math.max(p[pAt + j], EPSILON), 1);
      sum += target * StrictMath.log(target / prediction);
    }
    return sum;
  }

  /** {@code Σ (p − t · log(p + ε)) / n}. */
  static double poisson(int n, float[] p, int pAt, float[] t, int tAt) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double prediction = p[pAt + j];
      sum += prediction - t[tAt + j] * StrictMath.log(prediction + EPSILON);
    }
    return sum / n;
  }

  /** {@code −Σ t · p / (|t| · |p|)}; 0 where one of them is. */
  static double cosineProximity(int n, float[] p, int pAt, float[] t, int tAt) {
    double similarity = cosineSimilarity(n, p, pAt, t, tAt);
    return similarity == 0 ? 0 : -similarity;
  }

  /** {@code Σ t · p / (|t| · |p|)}; 0 where one of them is. */
  static double cosineSimilarity(int n, float[] p, int pAt, float[] t, int tAt) {
    return cosine(n, p, pAt, 0, t, tAt, 0);
  }

  /** The cosine of what lies off the means; 0 where all of one row are equal. */
  static double pearsonCorrelation(int n, float[] p, int pAt, float[] t, int tAt) {
    return cosine(n, p, pAt, total(n, p, pAt) / n, t, tAt, total(n, t, tAt) / n);
  }

  private static double cosine(
      int n, float[] p, int pAt, double pFrom, float[] t, int tAt, double tFrom) {
    double together = 0;
    double predictions = 0;
    double targets = 0;
    for (int j = 0; j < n; j++) {
      double prediction = p[pAt + j] - pFrom;
      double target = t[tAt + j] - tFrom;
      together += prediction * target;
      predictions += prediction * prediction;
      targets += target * target;
    }
    return together == 0 ? 0 : together / StrictMath.sqrt(predictions * targets);
  }

  private static double total(int n, float[] p, int at) {
    double total = 0;
    for (int j = 0; j < n; j++) {
      total += p[at + j];
    }
    return total;
  }

  private static double probability(double p) {
    return Math.min(Math.max(p, EPSILON), 1 - EPSILON);
  }
}
