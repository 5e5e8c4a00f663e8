package org.synapt.training;

import org.synapt.metric.Comparison;
import org.synapt.metric.ConfusionMatrix;
import org.synapt.metric.ConfusionTally;
import org.synapt.metric.Metric;
import org.synapt.metric.Tally;

/** A confusion matrix that is counted along with an evaluation; the accuracy to whoever logs it. */
final class Confusion implements Metric {
  private ConfusionTally last = new ConfusionTally(Comparison.of("binary_crossentropy", 1), 0.5);

  @Override
  public String name() {
    return "confusion_matrix";
  }

  @Override
  public boolean largerIsBetter() {
    return true;
  }

  @Override
  public Tally tally(Comparison comparison) {
    last = new ConfusionTally(comparison, 0.5);
    return last;
  }

  /** What the last tally counted. */
  ConfusionMatrix matrix() {
    return last.matrix();
  }
}
