package org.synapt.metric;

/** Requires that thresholds are probabilities. */
final class Thresholds {
  private Thresholds() {}

  /** The threshold as predictions are: in single precision. */
  static float require(String metric, double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          metric + " takes a threshold from 0 to 1, not " + threshold);
    }
    return (float) threshold;
  }
}
