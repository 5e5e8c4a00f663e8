package org.synapt.optimizer;

import java.util.Optional;

/**
 * A rule between what the options ask for: clip, let weights decay, the rule, average.
 *
 * <p>All of that is done to a block before the next block is looked at, so that it comes from
 * memory once; and each is a loop of its own, so that HotSpot vectorises it.
 */
final class SurroundedRule implements Optimizer.Rule {
  /** Floats: with two moments a block takes 20 kB, and fits a first-level cache. */
  private static final int BLOCK = 1_024;

  private final Optimizer.Rule rule;
  private final Optional<Clipping> clipping;
  private final double weightDecay;
  private final int decayed;
  private final boolean averages;
  private final float momentum;
  private final long overwriteFrequency;
  private final int average;
  private float shrink;
  private float keep;
  private boolean overwrite;

  /**
   * A rule with options.
   *
   * @param rule the optimizer's own
   * @param options what to do around it
   * @param clipping as the options say
   * @param decayed how many floats, from the first on, are weights
   * @param average which of the arrays keeps the average; looked at only if there is one
   */
  SurroundedRule(
      Optimizer.Rule rule,
      UpdateOptions options,
      Optional<Clipping> clipping,
      int decayed,
      int average) {
    this.rule = rule;
    this.clipping = clipping;
    this.weightDecay = options.weightDecay();
    this.decayed = decayed;
    this.averages = options.averages();
    this.momentum = (float) options.emaMomentum();
    this.overwriteFrequency = options.emaOverwriteFrequency();
    this.average = average;
  }

  @Override
  public void begin(long iteration, double learningRate) {
    rule.begin(iteration, learningRate);
    shrink = (float) (learningRate * weightDecay);
    keep = iteration == 0 ? 0 : momentum;
    overwrite = overwriteFrequency > 0 && (iteration + 1) % overwriteFrequency == 0;
  }

  @Override
  public boolean canWait() {
    return rule.canWait();
  }

  @Override
  public boolean leavesZeros() {
    return rule.leavesZeros() && shrink == 0 && !averages;
  }

  @Override
  public void apply(int from, int to, float[] p, float[] g, float[][] state) {
    apply(0, from, to, p, g, state);
  }

  @Override
  public void apply(int offset, int from, int to, float[] p, float[] g, float[][] state) {
    for (int at = from; at < to; at += BLOCK) {
      block(offset, at, Math.min(at + BLOCK, to), p, g, state);
    }
  }

  private void block(int offset, int from, int to, float[] p, float[] g, float[][] state) {
    if (clipping.isPresent()) {
      clipping.get().clip(offset, from, to, g);
    }
    if (shrink > 0) {
      decay(from, Math.min(to, decayed - offset), p, shrink);
    }
    rule.apply(offset, from, to, p, g, state);
    if (averages) {
      average(from, to, p, state[average], keep);
      if (overwrite) {
        System.arraycopy(state[average], from, p, from, to - from);
      }
    }
  }

  private static void decay(int from, int to, float[] w, float share) {
    for (int i = from; i < to; i++) {
      w[i] = (w[i] - share * w[i] + Tiny.FLUSH) - Tiny.FLUSH;
    }
  }

  private static void average(int from, int to, float[] p, float[] average, float keep) {
    float rest = 1 - keep;
    for (int i = from; i < to; i++) {
      average[i] = (keep * average[i] + rest * p[i] + Tiny.FLUSH) - Tiny.FLUSH;
    }
  }
}
