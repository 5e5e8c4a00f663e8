package org.synapt.optimizer;

import java.util.Optional;

/**
 * The last updates as rules, each as it was begun, so that rows that waited can go through them.
 */
final class UpdateHistory {
  /** How many updates a row may wait for; a power of two. */
  static final int LENGTH = 256;

  private final Optimizer.Rule[] rules = new Optimizer.Rule[LENGTH];
  private int count;

  /**
   * A history without updates.
   *
   * @param decayed how many floats, from the first on, are weights
   * @param average which of the arrays keeps the average; looked at only if there is one
   */
  UpdateHistory(Optimizer optimizer, int decayed, int average) {
    UpdateOptions options = optimizer.options();
    boolean surrounded = options.weightDecay() > 0 || options.averages();
    for (int i = 0; i < LENGTH; i++) {
      // Nothing clips: who waits has gradients of 0.
      rules[i] =
          surrounded
              ? new SurroundedRule(optimizer.rule(), options, Optional.empty(), decayed, average)
              : optimizer.rule();
    }
  }

  /** Adds an update; the one {@link #LENGTH} before it is forgotten. */
  void add(long updates, double learningRate) {
    rules[count & LENGTH - 1].begin(updates, learningRate);
    count++;
  }

  /** The number of the next update; it wraps. */
  int count() {
    return count;
  }

  /** One of the last updates. */
  Optimizer.Rule rule(int update) {
    return rules[update & LENGTH - 1];
  }

  /** Whether the last update left alone what has no gradient and no moments. */
  boolean leavesZeros() {
    return rule(count - 1).leavesZeros();
  }
}
