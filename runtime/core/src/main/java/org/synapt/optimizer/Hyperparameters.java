package org.synapt.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks and gathers the numbers of an optimizer or a schedule. */
final class Hyperparameters {
  private final Map<String, Double> numbers = new LinkedHashMap<>();

  Hyperparameters with(String name, double number) {
    numbers.put(name, number);
    return this;
  }

  Hyperparameters with(String name, long count) {
    return with(name, (double) count);
  }

  Hyperparameters with(String name, boolean on) {
    return with(name, on ? 1.0 : 0.0);
  }

  Hyperparameters with(Map<String, Double> others) {
    numbers.putAll(others);
    return this;
  }

  Map<String, Double> toMap() {
    return Collections.unmodifiableMap(numbers);
  }

  static double atLeastZero(String name, double number) {
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw new IllegalArgumentException(name + " must be 0 or above, not " + number);
    }
    return number;
  }

  static double aboveZero(String name, double number) {
    if (!(number > 0) || Double.isInfinite(number)) {
      throw new IllegalArgumentException(name + " must be above 0, not " + number);
    }
    return number;
  }

  static double belowOne(String name, double number) {
    if (!(number >= 0 && number < 1)) {
      throw new IllegalArgumentException(name + " must be at least 0 and below 1, not " + number);
    }
    return number;
  }

  static long atLeast(long least, String name, long count) {
    if (count < least) {
      throw new IllegalArgumentException(name + " must be " + least + " or above, not " + count);
    }
    return count;
  }
}
