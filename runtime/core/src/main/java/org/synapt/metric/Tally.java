package org.synapt.metric;

/**
 * A metric being counted, batch by batch; how the examples are cut into batches does not matter.
 */
public interface Tally {
  /** Begins anew. */
  void reset();

  /**
   * Counts a batch; allocates nothing.
   *
   * @param examples how many there are
   * @param predictions read from index 0
   * @param targets read from index 0
   */
  void add(int examples, float[] predictions, float[] targets);

  /**
   * The metric of all that was counted.
   *
   * @return the number; NaN if nothing was counted
   */
  double result();
}
