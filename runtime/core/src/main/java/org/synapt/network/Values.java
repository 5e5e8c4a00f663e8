package org.synapt.network;

import java.util.Locale;

/** Checks of what a caller hands over. */
final class Values {
  private Values() {}

  /** How many examples an array holds. */
  static int examples(String name, int floats, int perExample) {
    if (floats % perExample != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %,d floats, which is not a multiple of the %,d of one example",
              name,
              floats,
              perExample));
    }
    return floats / perExample;
  }

  /** Requires that a range lies within an array. */
  static void requireRange(String name, int length, int at, long count) {
    if (at < 0 || at + count > length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %,d floats; %,d from position %,d do not lie within",
              name,
              length,
              count,
              at));
    }
  }

  /** Requires that no number is infinite or NaN. */
  static void requireFinite(String name, float[] values, int at, int count) {
    float zero = 0;
    for (int i = at; i < at + count; i++) {
      zero += values[i] * 0;
    }
    if (zero != 0) {
      refuse(name, values, at, count);
    }
  }

  private static void refuse(String name, float[] values, int at, int count) {
    for (int i = at; i < at + count; i++) {
      if (Float.isNaN(values[i]) || Float.isInfinite(values[i])) {
        throw new IllegalArgumentException(name + "[" + i + "] is " + values[i]);
      }
    }
  }
}
