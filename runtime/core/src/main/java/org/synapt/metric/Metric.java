package org.synapt.metric;

/** A number that tells how good predictions are, by a name; {@link Tally} does the counting. */
public interface Metric {
  /**
   * The name in logs, such as {@code acc}.
   *
   * @return the name
   */
  String name();

  /**
   * Begins to count.
   *
   * @param comparison what is compared
   * @return a count of nothing yet
   * @throws IllegalArgumentException if the metric cannot take such targets
   */
  Tally tally(Comparison comparison);

  /**
   * The share of predictions that are right, {@code acc} in logs.
   *
   * <p>For one column or a binary cross-entropy, a number is right if it rounds to its target; for
   * a sparse loss, a row if its largest number stands where the target says; else, a row if its
   * largest number stands where the target's does.
   *
   * @return the metric
   */
  static Metric accuracy() {
    return of("acc");
  }

  /**
   * The metric of a name: {@code acc} or one of its forms, such as {@code binary_accuracy}; any
   * loss, such as {@code mean_absolute_error}; or Keras's short names, such as {@code mae}.
   *
   * <p>Of an output whose predictions are logits, binary accuracy and the cross-entropies are those
   * of the probabilities that the logits stand for.
   *
   * @param name as Keras spells it
   * @return the metric
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  static Metric of(String name) {
    return MetricNames.find(name);
  }
}
