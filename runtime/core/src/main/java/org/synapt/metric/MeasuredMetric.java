package org.synapt.metric;

import java.util.function.Function;

/** The mean of a measure that is chosen by what is compared. */
final class MeasuredMetric implements Metric {
  private final String name;
  private final Function<Comparison, RowMeasure> measure;

  /** A mean of whatever measure a comparison asks for. */
  MeasuredMetric(String name, Function<Comparison, RowMeasure> measure) {
    this.name = name;
    this.measure = measure;
  }

  /** Of targets that are shaped as the predictions are, which may be logits. */
  static MeasuredMetric dense(String name, RowMeasure measure, RowMeasure ofLogits) {
    return new MeasuredMetric(
        name,
        comparison -> {
          if (comparison.sparse()) {
            throw new IllegalArgumentException(
                name + " cannot take class numbers, which are the targets of " + comparison.loss());
          }
          return comparison.logits() ? ofLogits : measure;
        });
  }

  /** Of targets that are class numbers, for predictions that may be logits. */
  static MeasuredMetric sparse(String name, RowMeasure measure, RowMeasure ofLogits) {
    return new MeasuredMetric(
        name,
        comparison -> {
          if (!comparison.sparse()) {
            throw new IllegalArgumentException(
                name
                    + " takes class numbers, which the targets of "
                    + comparison.loss()
                    + " are not");
          }
          return comparison.logits() ? ofLogits : measure;
        });
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Tally tally(Comparison comparison) {
    return new MeanTally(measure.apply(comparison), comparison);
  }

  @Override
  public String toString() {
    return name;
  }
}
