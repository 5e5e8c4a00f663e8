package org.synapt.metric;

import java.util.Arrays;

/**
 * Counts a {@link ConfusionMatrix} batch by batch. Its {@link #result} is the accuracy.
 *
 * <p>One column tells two classes apart, by a threshold; several columns as many, by the largest of
 * a row, the first of equals.
 */
public final class ConfusionTally implements Tally {
  private final Rows rows;
  private final int positions;
  private final double threshold;
  private final long[][] counts;

  /**
   * Begins to count.
   *
   * @param comparison what the output is
   * @param threshold above which the one column of an output says class 1, ½ in Keras
   * @throws IllegalArgumentException if the output does not tell classes apart, or the threshold is
   *     no probability
   */
  public ConfusionTally(Comparison comparison, double threshold) {
    int columns = comparison.columns();
    if (columns > 1 && comparison.binary()) {
      throw new IllegalArgumentException(
          "a confusion matrix tells classes apart, but each of the "
              + columns
              + " columns of "
              + comparison.loss()
              + " is a yes or no of its own; take Metric.precision().ofClass and its neighbours");
    }
    this.rows = new Rows("a confusion matrix", comparison);
    this.positions = comparison.positions();
    this.threshold = Thresholds.require("a confusion matrix", threshold);
    this.counts = new long[Math.max(columns, 2)][Math.max(columns, 2)];
  }

  @Override
  public void reset() {
    for (long[] row : counts) {
      Arrays.fill(row, 0);
    }
  }

  /** {@inheritDoc} A prediction that is NaN is refused, for it is of no class. */
  @Override
  public void add(int examples, float[] predictions, float[] targets) {
    for (int i = 0; i < examples * positions; i++) {
      rows.read(predictions, targets, i);
      if (rows.spoiled()) {
        throw new IllegalArgumentException("prediction " + i + " is NaN, which is of no class");
      }
      counts[actual()][predicted()]++;
    }
  }

  private int predicted() {
    if (rows.columns() == 1) {
      return rows.probability(0) > threshold ? 1 : 0;
    }
    int largest = 0;
    for (int j = 1; j < rows.columns(); j++) {
      if (rows.probability(j) > rows.probability(largest)) {
        largest = j;
      }
    }
    return largest;
  }

  private int actual() {
    if (rows.columns() == 1) {
      return rows.target(0) ? 1 : 0;
    }
    int actual = -1;
    for (int j = 0; j < rows.columns(); j++) {
      if (rows.target(j)) {
        if (actual >= 0) {
          throw new IllegalArgumentException("a target says several of the classes");
        }
        actual = j;
      }
    }
    if (actual < 0) {
      throw new IllegalArgumentException("a target says none of the classes");
    }
    return actual;
  }

  @Override
  public double result() {
    return matrix().accuracy();
  }

  @Override
  public String finding(float[] target) {
    return rows.finding(target);
  }

  /**
   * What was counted so far.
   *
   * @return the matrix, which stays as it is
   */
  public ConfusionMatrix matrix() {
    long[][] copy = new long[counts.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = counts[i].clone();
    }
    return new ConfusionMatrix(ConfusionMatrix.numbers(copy.length), copy);
  }
}
