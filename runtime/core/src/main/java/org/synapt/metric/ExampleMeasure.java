package org.synapt.metric;

/** Compares the prediction for one example with its target. */
@FunctionalInterface
public interface ExampleMeasure {
  /**
   * Measures one example.
   *
   * @param prediction all numbers of the output for the example; the same array each time
   * @param target all numbers of its target; the same array each time
   * @return the measure, whose mean over the examples is reported
   */
  double of(float[] prediction, float[] target);
}
