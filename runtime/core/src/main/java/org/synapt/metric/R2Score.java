package org.synapt.metric;

import java.util.Arrays;
import java.util.Locale;

/**
 * The coefficient of determination, {@code r2_score} in logs: {@code 1 − Σ (t − p)² / Σ (t −
 * mean(t))²}, which is 1 at best and 0 for always predicting the mean. Begin with {@link
 * Metric#r2Score()}.
 *
 * <p>Of several columns it is the mean of theirs. A column whose targets are all equal has 1 if it
 * was predicted exactly, else 0, as in scikit-learn (Keras 3: NaN and 0). Fewer than two examples
 * have no score: NaN.
 *
 * <p>Source: Keras 3, {@code metrics.R2Score}; sums about the mean by B. P. Welford, Note on a
 * Method for Calculating Corrected Sums of Squares and Products, 1962.
 */
public final class R2Score implements Metric {
  private final boolean byVariance;
  private final int regressors;

  R2Score(boolean byVariance, int regressors) {
    this.byVariance = byVariance;
    this.regressors = regressors;
  }

  /**
   * Weighs columns by the variance of their targets.
   *
   * @return the metric
   */
  public R2Score varianceWeighted() {
    return new R2Score(true, regressors);
  }

  /**
   * Adjusts the score for the number of variables that predictions are made of: {@code 1 − (1 − R²)
   * · (n − 1) / (n − regressors − 1)}; NaN unless there are at least two examples more.
   *
   * @param number how many, 0 or above
   * @return the metric
   * @throws IllegalArgumentException if it is below 0
   */
  public R2Score adjustedFor(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("there are no " + number + " regressors");
    }
    return new R2Score(byVariance, number);
  }

  @Override
  public String name() {
    return "r2_score";
  }

  @Override
  public boolean largerIsBetter() {
    return true;
  }

  @Override
  public Tally tally(Comparison comparison) {
    if (comparison.sparse()) {
      throw new IllegalArgumentException(
          "r2_score cannot take class numbers, which are the targets of " + comparison.loss());
    }
    return new Sums(comparison.positions(), comparison.columns(), byVariance, regressors);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof R2Score && other.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "r2_score(varianceWeighted=%b, regressors=%d)", byVariance, regressors);
  }

  private static final class Sums implements Tally {
    private final int positions;
    private final boolean byVariance;
    private final int regressors;
    private final double[] mean;
    private final double[] total;
    private final double[] residual;
    private long rows;

    Sums(int positions, int columns, boolean byVariance, int regressors) {
      this.positions = positions;
      this.byVariance = byVariance;
      this.regressors = regressors;
      this.mean = new double[columns];
      this.total = new double[columns];
      this.residual = new double[columns];
    }

    @Override
    public void reset() {
      Arrays.fill(mean, 0);
      Arrays.fill(total, 0);
      Arrays.fill(residual, 0);
      rows = 0;
    }

    @Override
    public void add(int examples, float[] predictions, float[] targets) {
      int numbers = examples * positions * mean.length;
      for (int i = 0, j = 0; i < numbers; i++, j = j + 1 == mean.length ? 0 : j + 1) {
        if (j == 0) {
          rows++;
        }
        double target = targets[i];
        double off = target - predictions[i];
        double before = target - mean[j];
        mean[j] += before / rows;
        total[j] += before * (target - mean[j]);
        residual[j] += off * off;
      }
    }

    @Override
    public double result() {
      if (rows < 2) {
        return Double.NaN;
      }
      double sum = 0;
      double weights = 0;
      for (int j = 0; j < mean.length; j++) {
        double weight = byVariance ? total[j] : 1;
        sum += weight * score(j);
        weights += weight;
      }
      return adjusted(weights == 0 ? score(0) : sum / weights);
    }

    private double score(int column) {
      if (total[column] == 0) {
        return residual[column] == 0 ? 1 : residual[column] > 0 ? 0 : Double.NaN;
      }
      return 1 - residual[column] / total[column];
    }

    private double adjusted(double score) {
      if (regressors == 0) {
        return score;
      }
      long free = rows - regressors - 1;
      return free < 1 ? Double.NaN : 1 - (1 - score) * (rows - 1) / free;
    }
  }
}
