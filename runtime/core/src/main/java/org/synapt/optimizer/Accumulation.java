package org.synapt.optimizer;

import org.synapt.kernel.Update;

/** Adds gradients up over some steps; behind the last of them the gradients are their mean. */
final class Accumulation implements Update.Rule {
  private final int steps;
  private final int moment;
  private int step;

  /**
   * An accumulation.
   *
   * @param steps how many steps make an update
   * @param moment which of the arrays keeps the sum
   */
  Accumulation(int steps, int moment) {
    this.steps = steps;
    this.moment = moment;
  }

  /** Prepares a step; returns whether it is one that updates. */
  boolean begin(long iteration) {
    step = (int) (iteration % steps);
    return step == steps - 1;
  }

  /** The mean, which the rule reads. */
  @Override
  public boolean writesGradients() {
    return step == steps - 1;
  }

  @Override
  public void apply(int from, int to, float[] p, float[] g, float[][] state) {
    float[] sum = state[moment];
    if (step == 0) {
      System.arraycopy(g, from, sum, from, to - from);
    } else if (step < steps - 1) {
      add(from, to, g, sum);
    } else {
      mean(from, to, sum, g, steps);
    }
  }

  private static void add(int from, int to, float[] g, float[] sum) {
    for (int i = from; i < to; i++) {
      sum[i] += g[i];
    }
  }

  private static void mean(int from, int to, float[] sum, float[] g, float count) {
    for (int i = from; i < to; i++) {
      g[i] = (sum[i] + g[i]) / count;
    }
  }
}
