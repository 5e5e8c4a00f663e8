package org.synapt.optimizer;

import org.synapt.kernel.Update;

/** Puts the average of the parameters into their place, for good or for a while. */
final class Averaged implements Update.Rule {
  private final int average;
  private boolean exchanging;
  private boolean exchanged;

  /**
   * An average.
   *
   * @param average which of the arrays keeps it
   */
  Averaged(int average) {
    this.average = average;
  }

  /** Whether each lies where the other should. */
  boolean exchanged() {
    return exchanged;
  }

  /** The next pass copies the average; it stays where it is too. */
  void take() {
    exchanging = false;
  }

  /** The next pass exchanges parameters and average. */
  void exchange() {
    exchanging = true;
    exchanged = !exchanged;
  }

  @Override
  public void apply(int from, int to, float[] p, float[] g, float[][] state) {
    if (exchanging) {
      exchange(from, to, p, state[average]);
    } else {
      System.arraycopy(state[average], from, p, from, to - from);
    }
  }

  private static void exchange(int from, int to, float[] p, float[] average) {
    for (int i = from; i < to; i++) {
      float parameter = p[i];
      p[i] = average[i];
      average[i] = parameter;
    }
  }
}
