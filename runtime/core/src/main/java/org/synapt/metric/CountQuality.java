package org.synapt.metric;

/** A number made of how often yes and no were right and wrong. */
interface CountQuality {
  /** The quality of true and false positives, false and true negatives. */
  double of(long tp, long fp, long fn, long tn);

  /** {@code part / (part + rest)}; 0 of nothing, as in Keras. */
  static double share(long part, long rest) {
    return part == 0 ? 0 : (double) part / (part + rest);
  }

  /** {@code (1 + β²) · tp / ((1 + β²) · tp + β² · fn + fp)}; 0 of nothing. */
  static double fBeta(double beta, long tp, long fp, long fn) {
    double square = beta * beta;
    return tp == 0 ? 0 : (1 + square) * tp / ((1 + square) * tp + square * fn + fp);
  }
}
