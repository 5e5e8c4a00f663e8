package org.synapt.metric;

import java.util.Locale;

/**
 * The area under a curve that all thresholds together draw: of true positives over false ones
 * (ROC), or of precision over recall (PR). Begin with {@link Metric#auc()}.
 *
 * <p>Exact unless {@link #numThresholds} is called: every score is kept, four bytes each, and as
 * much again while they are sorted; of 10 classes and a million examples that is 40 MB to 80 MB.
 * Keras counts between 200 thresholds instead, which takes no memory and is a little off.
 *
 * <p>As in Keras, the columns of an output are taken together, unless {@link #average} or {@link
 * #ofClass} say otherwise. Targets are 0 and 1, or class numbers. The area is NaN where no target
 * is 1, or for ROC none is 0, for then there is no curve (Keras says 0); so is a mean over classes
 * of which one is such.
 *
 * <p>Source: ROC is the share of pairs in the right order, ties a half: J. A. Hanley and B. J.
 * McNeil, The Meaning and Use of the Area under a Receiver Operating Characteristic Curve, 1982.
 */
public final class Auc implements Metric {
  private final String name;
  private final Curve curve;
  private final int thresholds;
  private final int ofClass;
  private final Average average;

  private Auc(String name, Curve curve, int thresholds, int ofClass, Average average) {
    this.name = name;
    this.curve = curve;
    this.thresholds = thresholds;
    this.ofClass = ofClass;
    this.average = average;
  }

  /** The area under the ROC curve. */
  static Auc roc() {
    return new Auc("auc", Curve.ROC, 0, -1, Average.MICRO);
  }

  /**
   * Takes the area under precision over recall, {@code auc} in logs too, as in Keras: between two
   * thresholds false positives grow along with true ones (J. Davis and M. Goadrich, The
   * Relationship Between Precision-Recall and ROC Curves, 2006).
   *
   * @return the metric
   */
  public Auc pr() {
    return new Auc("auc", Curve.PR, thresholds, ofClass, average);
  }

  /**
   * Takes precision over recall in steps, {@code average_precision} in logs: {@code Σ (Rᵢ − Rᵢ₋₁) ·
   * Pᵢ}, as scikit-learn does.
   *
   * @return the metric
   */
  public Auc averagePrecision() {
    return new Auc("average_precision", Curve.AVERAGE_PRECISION, thresholds, ofClass, average);
  }

  /**
   * Keeps no scores but counts between so many thresholds, as Keras does with 200. Predictions
   * below 0 count as 0, those above 1 as 1.
   *
   * @param number how many, at least 2
   * @return the metric
   * @throws IllegalArgumentException if it is below 2
   */
  public Auc numThresholds(int number) {
    if (number < 2) {
      throw new IllegalArgumentException(name + " takes at least 2 thresholds, not " + number);
    }
    return new Auc(name, curve, number, ofClass, average);
  }

  /**
   * Takes one class only, against all others.
   *
   * @param column the number of the class, from 0
   * @return the metric
   * @throws IllegalArgumentException if it is below 0
   */
  public Auc ofClass(int column) {
    if (column < 0) {
      throw new IllegalArgumentException("classes are counted from 0, there is no " + column);
    }
    return new Auc(name, curve, thresholds, column, average);
  }

  /**
   * Makes one number of many classes: {@code MACRO} is Keras's {@code multi_label=True}.
   *
   * @param way how
   * @return the metric
   */
  public Auc average(Average way) {
    return new Auc(name, curve, thresholds, ofClass, way);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean largerIsBetter() {
    return true;
  }

  @Override
  public Tally tally(Comparison comparison) {
    if (ofClass >= 0) {
      OneClass.require(name, ofClass, comparison);
    }
    boolean apart = average != Average.MICRO && ofClass < 0;
    CurveCounts[] counts = new CurveCounts[apart ? comparison.columns() : 1];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = thresholds == 0 ? new KeptScores() : new ThresholdCounts(thresholds);
    }
    return new CurveTally(
        new Rows(name, comparison), comparison.positions(), curve.area(), counts, ofClass, average);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Auc && other.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** {@code auc(ROC, MICRO)}: the name and what was set. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    text.append("(").append(curve).append(", ").append(average);
    if (thresholds > 0) {
      text.append(String.format(Locale.ROOT, ", thresholds=%d", thresholds));
    }
    if (ofClass >= 0) {
      text.append(String.format(Locale.ROOT, ", class=%d", ofClass));
    }
    return text.append(")").toString();
  }
}
