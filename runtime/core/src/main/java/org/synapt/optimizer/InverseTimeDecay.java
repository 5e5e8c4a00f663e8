package org.synapt.optimizer;

import java.util.Map;

/**
 * A learning rate that falls fast and then ever more slowly.
 *
 * <pre>
 * rate(step) = initialLearningRate / (1 + decayRate · step / decaySteps)
 * </pre>
 *
 * <p>With {@link #staircase} the fraction is rounded down. With 1 decay step this is the {@code
 * decay} of Keras 2. Source: Keras 3, {@code InverseTimeDecay}.
 */
public final class InverseTimeDecay implements LearningRateSchedule {
  private final double initialLearningRate;
  private final long decaySteps;
  private final double decayRate;
  private final boolean staircase;

  private InverseTimeDecay(
      double initialLearningRate, long decaySteps, double decayRate, boolean staircase) {
    this.initialLearningRate =
        Hyperparameters.atLeastZero("initialLearningRate", initialLearningRate);
    this.decaySteps = Hyperparameters.atLeast(1, "decaySteps", decaySteps);
    this.decayRate = Hyperparameters.atLeastZero("decayRate", decayRate);
    this.staircase = staircase;
  }

  /**
   * A smooth fall.
   *
   * @param initialLearningRate the rate of step 0, 0 or above
   * @param decaySteps after how many steps {@code decayRate} has been added once, 1 or above
   * @param decayRate how much the divisor grows, 0 or above
   * @return the schedule
   * @throws IllegalArgumentException if a number is out of range
   */
  public static InverseTimeDecay of(double initialLearningRate, long decaySteps, double decayRate) {
    return new InverseTimeDecay(initialLearningRate, decaySteps, decayRate, false);
  }

  /**
   * The same in steps: the rate stays for {@code decaySteps} and then falls at once.
   *
   * @return the schedule
   */
  public InverseTimeDecay staircase() {
    return new InverseTimeDecay(initialLearningRate, decaySteps, decayRate, true);
  }

  @Override
  public double rate(long step) {
    double periods = (double) step / decaySteps;
    return initialLearningRate / (1 + decayRate * (staircase ? Math.floor(periods) : periods));
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return new Hyperparameters()
        .with("inverse_time_decay.initial_learning_rate", initialLearningRate)
        .with("inverse_time_decay.decay_steps", decaySteps)
        .with("inverse_time_decay.decay_rate", decayRate)
        .with("inverse_time_decay.staircase", staircase)
        .toMap();
  }

  @Override
  public String toString() {
    return hyperparameters().toString();
  }
}
