package org.synapt.metric;

import java.util.function.Function;

/** The mean of a measure that is chosen by what is compared. */
final class MeasuredMetric implements Metric {
  private final String name;
  private final String description;
  private final Function<Comparison, RowMeasure> measure;
  private final boolean larger;
  private final boolean root;

  private MeasuredMetric(
      String name,
      String description,
      Function<Comparison, RowMeasure> measure,
      boolean larger,
      boolean root) {
    this.name = name;
    this.description = description;
    this.measure = measure;
    this.larger = larger;
    this.root = root;
  }

  /** The share of rows that are right, by whatever measure a comparison asks for. */
  static MeasuredMetric share(String name, Function<Comparison, RowMeasure> measure) {
    return new MeasuredMetric(name, name, measure, true, false);
  }

  /** An error, of targets that are shaped as the predictions are, which may be logits. */
  static MeasuredMetric error(String name, RowMeasure measure, RowMeasure ofLogits) {
    return new MeasuredMetric(name, name, shaped(name, measure, ofLogits), false, false);
  }

  /** The larger the better, of targets that are shaped as the predictions are. */
  static MeasuredMetric score(String name, RowMeasure measure, RowMeasure ofLogits) {
    return new MeasuredMetric(name, name, shaped(name, measure, ofLogits), true, false);
  }

  /** The root of a mean error. */
  static MeasuredMetric root(String name, RowMeasure measure) {
    return new MeasuredMetric(name, name, shaped(name, measure, measure), false, true);
  }

  /** An error, of targets that are class numbers, for predictions that may be logits. */
  static MeasuredMetric sparseError(String name, RowMeasure measure, RowMeasure ofLogits) {
    return new MeasuredMetric(name, name, sparse(name, measure, ofLogits), false, false);
  }

  /** The larger the better, of targets that are class numbers. */
  static MeasuredMetric sparseScore(String name, RowMeasure measure) {
    return new MeasuredMetric(name, name, sparse(name, measure, measure), true, false);
  }

  /** The same with the settings that tell it from others of its name. */
  MeasuredMetric with(String settings) {
    return new MeasuredMetric(name, name + "(" + settings + ")", measure, larger, root);
  }

  private static Function<Comparison, RowMeasure> shaped(
      String name, RowMeasure measure, RowMeasure ofLogits) {
    return comparison -> {
      if (comparison.sparse()) {
        throw new IllegalArgumentException(
            name + " cannot take class numbers, which are the targets of " + comparison.loss());
      }
      return comparison.logits() ? ofLogits : measure;
    };
  }

  private static Function<Comparison, RowMeasure> sparse(
      String name, RowMeasure measure, RowMeasure ofLogits) {
    return comparison -> {
      if (!comparison.sparse()) {
        throw new IllegalArgumentException(
            name + " takes class numbers, which the targets of " + comparison.loss() + " are not");
      }
      return comparison.logits() ? ofLogits : measure;
    };
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
    return new MeanTally(name, measure.apply(comparison), root, comparison);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MeasuredMetric metric && metric.description.equals(description);
  }

  @Override
  public int hashCode() {
    return description.hashCode();
  }

  @Override
  public String toString() {
    return description;
  }
}
