package org.synapt.optimizer;

import java.util.Map;

/**
 * A learning rate that falls by the same factor in equal times.
 *
 * <pre>
 * rate(step) = initialLearningRate · decayRate ^ (step / decaySteps)
 * </pre>
 *
 * <p>With {@link #staircase} the exponent is rounded down. Source: TensorFlow, {@code
 * tf.train.exponential_decay}; Keras 3, {@code ExponentialDecay}.
 */
public final class ExponentialDecay implements LearningRateSchedule {
  private final double initialLearningRate;
  private final long decaySteps;
  private final double decayRate;
  private final boolean staircase;

  private ExponentialDecay(
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
   * @param decaySteps how many steps it takes to fall by {@code decayRate}, 1 or above
   * @param decayRate the factor, 0 or above
   * @return the schedule
   * @throws IllegalArgumentException if a number is out of range
   */
  public static ExponentialDecay of(double initialLearningRate, long decaySteps, double decayRate) {
    return new ExponentialDecay(initialLearningRate, decaySteps, decayRate, false);
  }

  /**
   * The same in steps: the rate stays for {@code decaySteps} and then falls at once.
   *
   * @return the schedule
   */
  public ExponentialDecay staircase() {
    return new ExponentialDecay(initialLearningRate, decaySteps, decayRate, true);
  }

  @Override
  public double rate(long step) {
    double factor = Powers.power(decayRate, step / decaySteps);
    long rest = step % decaySteps;
    return staircase || rest == 0
        ? initialLearningRate * factor
        : initialLearningRate * factor * Powers.power(decayRate, (double) rest / decaySteps);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return new Hyperparameters()
        .with("exponential_decay.initial_learning_rate", initialLearningRate)
        .with("exponential_decay.decay_steps", decaySteps)
        .with("exponential_decay.decay_rate", decayRate)
        .with("exponential_decay.staircase", staircase)
        .toMap();
  }

  @Override
  public String toString() {
    return hyperparameters().toString();
  }
}
