package org.synapt.metric;

import java.util.Locale;

/**
 * A metric made of how often yes and no are right and wrong: precision, recall, their F-score, or
 * the bare counts. Begin with {@link Metric#precision()} and its neighbours.
 *
 * <p>A prediction says yes to a column if it is above a threshold, ½ unless set; of the k largest
 * of a row, if {@link #topK} is set. Targets are 0 and 1, or class numbers, which are taken for
 * their one-hot rows; logits are taken for their probabilities. The counts of all columns and
 * positions are added up, unless {@link #average} or {@link #ofClass} say otherwise.
 *
 * <p>What has no example is 0: precision where nothing is predicted, recall where there is nothing
 * to find, the F-score of either. Every class of the output counts in an average, also one that the
 * data do not hold.
 *
 * <p>Source: Keras 3, {@code metrics.Precision}, {@code Recall}, {@code FBetaScore}, {@code
 * TruePositives} and its kin, without the ε of 1e-7 that Keras adds to divisors of F-scores.
 * Averages: scikit-learn, {@code precision_recall_fscore_support}.
 */
public final class ClassMetric implements Metric {
  private static final double UNSET = -1;

  private final String name;
  private final boolean larger;
  private final CountQuality quality;
  private final String kind;
  private final boolean largestWins;
  private final double threshold;
  private final int topK;
  private final int ofClass;
  private final Average average;

  private ClassMetric(ClassMetric like, double threshold, int topK, int ofClass, Average average) {
    this.name = like.name;
    this.larger = like.larger;
    this.quality = like.quality;
    this.kind = like.kind;
    this.largestWins = like.largestWins;
    this.threshold = threshold;
    this.topK = topK;
    this.ofClass = ofClass;
    this.average = average;
  }

  /**
   * A quality of counts.
   *
   * @param kind tells it from other qualities
   * @param largestWins whether the largest of a row is the only yes, unless set otherwise
   */
  ClassMetric(
      String name,
      String kind,
      boolean larger,
      boolean largestWins,
      Average average,
      CountQuality quality) {
    this.name = name;
    this.kind = kind;
    this.larger = larger;
    this.largestWins = largestWins;
    this.average = average;
    this.quality = quality;
    this.threshold = UNSET;
    this.topK = 0;
    this.ofClass = -1;
  }

  /**
   * Says yes above another threshold than ½.
   *
   * @param probability from 0 to 1; of logits too, it is a probability
   * @return the metric
   * @throws IllegalArgumentException if it is no probability
   */
  public ClassMetric atThreshold(double probability) {
    return new ClassMetric(this, Thresholds.require(name, probability), topK, ofClass, average);
  }

  /**
   * Says yes to the k largest of a row; of equals to the first. With a threshold too, they must be
   * above it as well.
   *
   * @param k how many, at least 1
   * @return the metric
   * @throws IllegalArgumentException if it is below 1
   */
  public ClassMetric topK(int k) {
    if (k < 1) {
      throw new IllegalArgumentException(name + " takes the k largest, at least 1, not " + k);
    }
    return new ClassMetric(this, threshold, k, ofClass, average);
  }

  /**
   * Counts one class only. In Keras as here, it is still the threshold that says yes: of a softmax,
   * {@code topK(1)} says yes where the class is the largest.
   *
   * @param column the number of the class, from 0
   * @return the metric
   * @throws IllegalArgumentException if it is below 0
   */
  public ClassMetric ofClass(int column) {
    if (column < 0) {
      throw new IllegalArgumentException("classes are counted from 0, there is no " + column);
    }
    return new ClassMetric(this, threshold, topK, column, average);
  }

  /**
   * Makes one number of many classes. As in scikit-learn, the largest of a row is its only yes for
   * {@code MACRO} and {@code WEIGHTED} averages where classes exclude one another, unless a
   * threshold or {@link #topK} is set.
   *
   * @param way how
   * @return the metric
   */
  public ClassMetric average(Average way) {
    return new ClassMetric(this, threshold, topK, ofClass, way);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean largerIsBetter() {
    return larger;
  }

  @Override
  public Tally tally(Comparison comparison) {
    if (ofClass >= 0) {
      OneClass.require(name, ofClass, comparison);
    }
    if (topK > comparison.columns()) {
      throw new IllegalArgumentException(
          name + " takes the " + topK + " largest of a row that has " + comparison.columns());
    }
    boolean unset = threshold == UNSET && topK == 0;
    boolean byLargest = largestWins || average != Average.MICRO && ofClass < 0;
    int k = unset && byLargest && !comparison.binary() ? 1 : topK;
    double above = threshold != UNSET ? threshold : k > 0 ? Double.NEGATIVE_INFINITY : 0.5;
    return new ClassTally(
        new Rows(name, comparison), comparison.positions(), above, k, ofClass, average, quality);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassMetric && other.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** {@code precision(threshold=0.7, class=1)}: the name and what was set. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind).append("(").append(average);
    if (threshold != UNSET) {
      text.append(", threshold=").append(threshold);
    }
    if (topK > 0) {
      text.append(String.format(Locale.ROOT, ", topK=%d", topK));
    }
    if (ofClass >= 0) {
      text.append(String.format(Locale.ROOT, ", class=%d", ofClass));
    }
    return text.append(")").toString();
  }
}
