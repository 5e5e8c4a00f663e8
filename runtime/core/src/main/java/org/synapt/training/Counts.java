package org.synapt.training;

/** Requires that what trainers and callbacks are told is within its range. */
final class Counts {
  private Counts() {}

  static int atLeastOne(String what, int count) {
    if (count < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, not " + count);
    }
    return count;
  }

  static int atLeastZero(String what, int count) {
    if (count < 0) {
      throw new IllegalArgumentException(what + " must be 0 or above, not " + count);
    }
    return count;
  }

  static double finite(String what, double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new IllegalArgumentException(what + " must be a finite number, not " + number);
    }
    return number;
  }
}
