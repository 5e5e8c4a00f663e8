package org.synapt.metric;

/**
 * A number that tells how good predictions are, by a name; {@link Tally} does the counting.
 *
 * <p>{@link #of(String)} has every metric by Keras's name; the factories below it have those that
 * take settings; {@link #error} and {@link #score} make one of a lambda. All of an output whose
 * predictions are logits are those of the probabilities that the logits stand for.
 */
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
   * Whether training does well when the number grows, as an accuracy does; what {@code auto} means
   * to a callback that watches it.
   *
   * @return false, for an error, unless a metric says otherwise
   */
  default boolean largerIsBetter() {
    return false;
  }

  /**
   * The same by another name in logs.
   *
   * @param other the name
   * @return the metric
   */
  default Metric named(String other) {
    return new RenamedMetric(this, other);
  }

  /**
   * Measures predictions once, without a network.
   *
   * @param comparison what is compared
   * @param examples how many there are
   * @param predictions read from index 0
   * @param targets read from index 0
   * @return the metric
   * @throws IllegalArgumentException if the metric cannot take the targets
   */
  default double measure(
      Comparison comparison, int examples, float[] predictions, float[] targets) {
    Tally tally = tally(comparison);
    tally.add(examples, predictions, targets);
    return tally.result();
  }

  /**
   * The metric of a name, which is its name in logs too; {@code acc} for {@code accuracy}.
   *
   * <p>There are the accuracies, such as {@code binary_accuracy} and {@code
   * top_k_categorical_accuracy}; every loss, such as {@code mean_absolute_error}; Keras's short
   * names, such as {@code mae}; and what the factories of this interface give without settings,
   * such as {@code precision} or {@code auc}.
   *
   * @param name as Keras spells it, in any case
   * @return the metric
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  static Metric of(String name) {
    return MetricNames.find(name);
  }

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
   * The share of numbers on the right side of a threshold, {@code binary_accuracy} in logs: above
   * it where the target is 1, else not.
   *
   * @param threshold a probability, ½ in Keras
   * @return the metric
   * @throws IllegalArgumentException if it is below 0 or above 1
   */
  static Metric binaryAccuracy(double threshold) {
    return MetricNames.binaryAccuracy(threshold);
  }

  /**
   * The share of rows in which fewer than k numbers are larger than the right one, {@code
   * top_k_categorical_accuracy} in logs, whether targets are class numbers or rows. All that are
   * tied with the k-th are among the top, as in TensorFlow's {@code in_top_k}.
   *
   * @param k how many, 5 in Keras
   * @return the metric; it refuses an output that has fewer than k columns
   * @throws IllegalArgumentException if it is below 1
   */
  static Metric topK(int k) {
    return MetricNames.topK(k);
  }

  /**
   * How much of what is found is right: {@code tp / (tp + fp)}, 0 where nothing is found.
   *
   * @return the metric
   */
  static ClassMetric precision() {
    return new ClassMetric(
        "precision",
        "precision",
        true,
        false,
        Average.MICRO,
        (tp, fp, fn, tn) -> CountQuality.share(tp, fp));
  }

  /**
   * How much of what is there is found: {@code tp / (tp + fn)}, 0 where nothing is there.
   *
   * @return the metric
   */
  static ClassMetric recall() {
    return new ClassMetric(
        "recall",
        "recall",
        true,
        false,
        Average.MICRO,
        (tp, fp, fn, tn) -> CountQuality.share(tp, fn));
  }

  /**
   * How much of what is not there is not found either: {@code tn / (tn + fp)}.
   *
   * @return the metric
   */
  static ClassMetric specificity() {
    return new ClassMetric(
        "specificity",
        "specificity",
        true,
        false,
        Average.MICRO,
        (tp, fp, fn, tn) -> CountQuality.share(tn, fp));
  }

  /**
   * The harmonic mean of precision and recall, {@code 2 · tp / (2 · tp + fn + fp)}, averaged over
   * classes as in {@link #fBeta}.
   *
   * @return the metric
   */
  static ClassMetric f1Score() {
    return fBeta("f1_score", 1);
  }

  /**
   * The mean of precision and recall in which recall counts β times as much, {@code fbeta_score} in
   * logs: {@code (1 + β²) · tp / ((1 + β²) · tp + β² · fn + fp)}.
   *
   * <p>The mean over the classes, where Keras gives a number for each. As in Keras the largest of a
   * row is its only yes, unless a threshold is set; where each column is a yes or no of its own it
   * is the threshold of ½.
   *
   * @param beta above 0
   * @return the metric
   * @throws IllegalArgumentException if it is not above 0
   */
  static ClassMetric fBeta(double beta) {
    return fBeta("fbeta_score", beta);
  }

  private static ClassMetric fBeta(String name, double beta) {
    if (!(beta > 0)) {
      throw new IllegalArgumentException("β must be above 0, not " + beta);
    }
    return new ClassMetric(
        name,
        name + "[" + beta + "]",
        true,
        true,
        Average.MACRO,
        (tp, fp, fn, tn) -> CountQuality.fBeta(beta, tp, fp, fn));
  }

  /**
   * The area under the ROC curve, exact; {@link Auc} has other curves and Keras's approximation.
   *
   * @return the metric
   */
  static Auc auc() {
    return Auc.roc();
  }

  /**
   * The coefficient of determination, {@code r2_score} in logs.
   *
   * @return the metric
   */
  static R2Score r2Score() {
    return new R2Score(false, 0);
  }

  /**
   * The Huber loss: {@code e² / 2} where {@code e = |t − p| ≤ δ}, else {@code δ · e − δ² / 2}. By
   * its name alone δ is 1; it does not follow the δ of an output's loss.
   *
   * @param delta above 0
   * @return the metric
   * @throws IllegalArgumentException if it is not above 0
   */
  static Metric huber(double delta) {
    return MetricNames.huber(delta);
  }

  /**
   * The mean of one's own measure over all examples, of which smaller is better.
   *
   * @param name the name in logs
   * @param measure {@code (prediction, target) -> …}
   * @return the metric
   */
  static Metric error(String name, ExampleMeasure measure) {
    return new ExampleMetric(name, measure, false);
  }

  /**
   * The mean of one's own measure over all examples, of which larger is better.
   *
   * @param name the name in logs
   * @param measure {@code (prediction, target) -> …}
   * @return the metric
   */
  static Metric score(String name, ExampleMeasure measure) {
    return new ExampleMetric(name, measure, true);
  }
}
