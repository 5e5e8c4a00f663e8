package org.synapt.optimizer;

import java.util.Map;

/**
 * A learning rate that falls along half a wave of the cosine, to an end that it keeps.
 *
 * <pre>
 * s = min(step, decaySteps)
 * rate(step) = initialLearningRate · ((1 − alpha) · (1 + cos(π · s / decaySteps)) / 2 + alpha)
 * </pre>
 *
 * <p>Default: an alpha of 0. With a warm-up the rate first climbs in a straight line from the
 * initial learning rate to a target, and falls from there. Source: Loshchilov and Hutter, SGDR:
 * Stochastic Gradient Descent with Warm Restarts, 2016, equation 5; Keras 3, {@code CosineDecay}.
 */
public final class CosineDecay implements LearningRateSchedule {
  private final double initialLearningRate;
  private final long decaySteps;
  private final double alpha;
  private final double warmupTarget;
  private final long warmupSteps;

  private CosineDecay(
      double initialLearningRate,
      long decaySteps,
      double alpha,
      double warmupTarget,
      long warmupSteps) {
    this.initialLearningRate =
        Hyperparameters.atLeastZero("initialLearningRate", initialLearningRate);
    this.decaySteps = Hyperparameters.atLeast(1, "decaySteps", decaySteps);
    this.alpha = Hyperparameters.atLeastZero("alpha", alpha);
    this.warmupTarget = Hyperparameters.atLeastZero("the target of the warm-up", warmupTarget);
    this.warmupSteps = warmupSteps;
  }

  /**
   * A fall to 0.
   *
   * @param initialLearningRate the rate of step 0, 0 or above
   * @param decaySteps how many steps the fall takes, 1 or above
   * @return the schedule
   * @throws IllegalArgumentException if a number is out of range
   */
  public static CosineDecay of(double initialLearningRate, long decaySteps) {
    return new CosineDecay(initialLearningRate, decaySteps, 0, 0, 0);
  }

  /**
   * The same with another end.
   *
   * @param share the last rate as a share of the rate from which it falls, 0 or above
   * @return the schedule
   * @throws IllegalArgumentException if it is out of range
   */
  public CosineDecay alpha(double share) {
    return new CosineDecay(initialLearningRate, decaySteps, share, warmupTarget, warmupSteps);
  }

  /**
   * The same behind a climb from the initial learning rate to a target, from which it then falls:
   * Keras's {@code warmup_target} and {@code warmup_steps}.
   *
   * @param target where the climb ends and the fall begins, 0 or above
   * @param steps how many steps the climb takes, 1 or above
   * @return the schedule
   * @throws IllegalArgumentException if a number is out of range
   */
  public CosineDecay warmUp(double target, long steps) {
    Hyperparameters.atLeast(1, "the steps of a warm-up", steps);
    return new CosineDecay(initialLearningRate, decaySteps, alpha, target, steps);
  }

  @Override
  public double rate(long step) {
    if (step < warmupSteps) {
      double climbed = (double) step / warmupSteps;
      return initialLearningRate + (warmupTarget - initialLearningRate) * climbed;
    }
    double from = warmupSteps > 0 ? warmupTarget : initialLearningRate;
    double fraction = (double) Math.min(step - warmupSteps, decaySteps) / decaySteps;
    return from * ((1 - alpha) * Powers.raisedCosine(fraction) + alpha);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return new Hyperparameters()
        .with("cosine_decay.initial_learning_rate", initialLearningRate)
        .with("cosine_decay.decay_steps", decaySteps)
        .with("cosine_decay.alpha", alpha)
        .with("cosine_decay.warmup_target", warmupTarget)
        .with("cosine_decay.warmup_steps", warmupSteps)
        .toMap();
  }

  @Override
  public String toString() {
    return hyperparameters().toString();
  }
}
