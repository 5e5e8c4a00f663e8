package org.synapt.optimizer;

import java.util.Map;

/**
 * A learning rate that falls along half a wave of the cosine, again and again.
 *
 * <pre>
 * period i takes firstDecaySteps · tMulⁱ steps and begins at mMulⁱ; in it
 * rate(step) = initialLearningRate
 *              · ((1 − alpha) · mMulⁱ · (1 + cos(π · fraction of the period)) / 2 + alpha)
 * </pre>
 *
 * <p>Defaults: tMul 2, mMul 1, alpha 0. Source: Loshchilov and Hutter, SGDR: Stochastic Gradient
 * Descent with Warm Restarts, 2016; Keras 3, {@code CosineDecayRestarts}.
 */
public final class CosineDecayRestarts implements LearningRateSchedule {
  private final double initialLearningRate;
  private final long firstDecaySteps;
  private final double longer;
  private final double lower;
  private final double alpha;

  private CosineDecayRestarts(
      double initialLearningRate, long firstDecaySteps, double longer, double lower, double alpha) {
    this.initialLearningRate =
        Hyperparameters.atLeastZero("initialLearningRate", initialLearningRate);
    this.firstDecaySteps = Hyperparameters.atLeast(1, "firstDecaySteps", firstDecaySteps);
    if (!(longer >= 1) || Double.isInfinite(longer)) {
      throw new IllegalArgumentException("tMul must be 1 or above, not " + longer);
    }
    this.longer = longer;
    this.lower = Hyperparameters.atLeastZero("mMul", lower);
    this.alpha = Hyperparameters.atLeastZero("alpha", alpha);
  }

  /**
   * Falls to 0, each twice as long as the one before it and from the same rate.
   *
   * @param initialLearningRate the rate of step 0, 0 or above
   * @param firstDecaySteps how many steps the first fall takes, 1 or above
   * @return the schedule
   * @throws IllegalArgumentException if a number is out of range
   */
  public static CosineDecayRestarts of(double initialLearningRate, long firstDecaySteps) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, 2, 1, 0);
  }

  /**
   * The same with periods that grow by another factor.
   *
   * @param factor the factor, 1 or above
   * @return the schedule
   * @throws IllegalArgumentException if it is out of range
   */
  public CosineDecayRestarts tMul(double factor) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, factor, lower, alpha);
  }

  /**
   * The same with beginnings that change by another factor.
   *
   * @param factor the factor, 0 or above
   * @return the schedule
   * @throws IllegalArgumentException if it is out of range
   */
  public CosineDecayRestarts mMul(double factor) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, longer, factor, alpha);
  }

  /**
   * The same with another end of each fall.
   *
   * @param share the lowest rate as a share of the initial one, 0 or above
   * @return the schedule
   * @throws IllegalArgumentException if it is out of range
   */
  public CosineDecayRestarts alpha(double share) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, longer, lower, share);
  }

  @Override
  public double rate(long step) {
    double left = step;
    double period = firstDecaySteps;
    long restarts = 0;
    if (longer == 1) {
      restarts = step / firstDecaySteps;
      left = step % firstDecaySteps;
    }
    while (left >= period) {
      left -= period;
      period *= longer;
      restarts++;
    }
    double wave = Powers.power(lower, restarts) * Powers.raisedCosine(left / period);
    return initialLearningRate * ((1 - alpha) * wave + alpha);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return new Hyperparameters()
        .with("cosine_decay_restarts.initial_learning_rate", initialLearningRate)
        .with("cosine_decay_restarts.first_decay_steps", firstDecaySteps)
        .with("cosine_decay_restarts.t_mul", longer)
        .with("cosine_decay_restarts.m_mul", lower)
        .with("cosine_decay_restarts.alpha", alpha)
        .toMap();
  }

  @Override
  public String toString() {
    return hyperparameters().toString();
  }
}
