package org.synapt.network;

/**
 * How many values a parameter joins, by its shape.
 *
 * <pre>
 * [in, out]                 fanIn = in           fanOut = out
 * [window…, in, out]        fanIn = |window| in  fanOut = |window| out
 * [n]                       fanIn = fanOut = n
 * </pre>
 *
 * <p>As Keras counts them.
 */
final class Fans {
  private final double in;
  private final double out;

  private Fans(double in, double out) {
    this.in = in;
    this.out = out;
  }

  static Fans of(int[] shape) {
    int rank = shape.length;
    if (rank == 0) {
      return new Fans(1, 1);
    }
    if (rank == 1) {
      return new Fans(shape[0], shape[0]);
    }
    double window = 1;
    for (int axis = 0; axis < rank - 2; axis++) {
      window *= shape[axis];
    }
    return new Fans(window * shape[rank - 2], window * shape[rank - 1]);
  }

  /** The number that the variance is divided by, at least 1. */
  double count(FanMode mode) {
    double fan =
        switch (mode) {
          case FAN_IN -> in;
          case FAN_OUT -> out;
          case FAN_AVG -> (in + out) / 2;
        };
    return Math.max(1, fan);
  }
}
