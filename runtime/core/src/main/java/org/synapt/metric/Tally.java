package org.synapt.metric;

/**
 * A metric being counted, batch by batch; how the examples are cut into batches does not matter.
 */
public interface Tally {
  /** Begins anew. */
  void reset();

  /**
   * Counts a batch; allocates nothing, unless the metric says that it keeps what it saw.
   *
   * @param examples how many there are
   * @param predictions read from index 0
   * @param targets read from index 0
   * @throws IllegalArgumentException if a target is none that the metric can take
   */
  void add(int examples, float[] predictions, float[] targets);

  /**
   * The metric of all that was counted.
   *
   * @return the number; NaN if nothing was counted, or if a prediction was NaN
   */
  double result();

  /**
   * What is wrong with one example's target; asked of all the data before training begins, so that
   * it need not stop in its midst.
   *
   * @param target the target
   * @return such as {@code "is 0.5, but auc takes 0 and 1"}; empty if the metric can take it
   */
  default String finding(float[] target) {
    return "";
  }
}
