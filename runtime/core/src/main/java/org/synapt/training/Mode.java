package org.synapt.training;

/** Which way a monitored number gets better. */
public enum Mode {
  /**
   * As its metric says: losses and errors get better as they fall, accuracies and their kin as they
   * grow.
   */
  AUTO,
  /** It gets better as it falls. */
  MIN,
  /** It gets better as it grows. */
  MAX
}
