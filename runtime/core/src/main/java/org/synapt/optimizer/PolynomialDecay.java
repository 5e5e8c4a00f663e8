package org.synapt.optimizer;

import java.util.Map;

/**
 * A learning rate that falls along a power of the time that is left, to an end that it keeps.
 *
 * <pre>
 * s = min(step, decaySteps)
 * rate(step) = (initialLearningRate − endLearningRate) · (1 − s / decaySteps) ^ power
 *              + endLearningRate
 * </pre>
 *
 * <p>Defaults: an end of 0.0001 and a power of 1, a straight line. With {@link #cycle} the rate
 * climbs again behind the end: decaySteps becomes its first multiple that is not below step.
 * Source: Keras 3, {@code PolynomialDecay}.
 */
public final class PolynomialDecay implements LearningRateSchedule {
  private final double initialLearningRate;
  private final long decaySteps;
  private final double endLearningRate;
  private final double power;
  private final boolean cycle;

  private PolynomialDecay(
      double initialLearningRate,
      long decaySteps,
      double endLearningRate,
      double power,
      boolean cycle) {
    this.initialLearningRate =
        Hyperparameters.atLeastZero("initialLearningRate", initialLearningRate);
    this.decaySteps = Hyperparameters.atLeast(1, "decaySteps", decaySteps);
    this.endLearningRate = Hyperparameters.atLeastZero("endLearningRate", endLearningRate);
    this.power = Hyperparameters.aboveZero("power", power);
    this.cycle = cycle;
  }

  /**
   * A straight fall to 0.0001.
   *
   * @param initialLearningRate the rate of step 0, 0 or above
   * @param decaySteps how many steps the fall takes, 1 or above
   * @return the schedule
   * @throws IllegalArgumentException if a number is out of range
   */
  public static PolynomialDecay of(double initialLearningRate, long decaySteps) {
    return new PolynomialDecay(initialLearningRate, decaySteps, 0.0001, 1, false);
  }

  /**
   * The same with another end.
   *
   * @param rate the last rate, 0 or above
   * @return the schedule
   * @throws IllegalArgumentException if it is out of range
   */
  public PolynomialDecay endLearningRate(double rate) {
    return new PolynomialDecay(initialLearningRate, decaySteps, rate, power, cycle);
  }

  /**
   * The same along another power: 0.5 falls late, 2 falls early.
   *
   * @param exponent the power, above 0
   * @return the schedule
   * @throws IllegalArgumentException if it is out of range
   */
  public PolynomialDecay power(double exponent) {
    return new PolynomialDecay(initialLearningRate, decaySteps, endLearningRate, exponent, cycle);
  }

  /**
   * The same, climbing again behind each fall, less high each time.
   *
   * @return the schedule
   */
  public PolynomialDecay cycle() {
    return new PolynomialDecay(initialLearningRate, decaySteps, endLearningRate, power, true);
  }

  @Override
  public double rate(long step) {
    double left;
    if (cycle) {
      long falls = Math.max(1, (step + decaySteps - 1) / decaySteps);
      left = 1 - (double) step / ((double) falls * decaySteps);
    } else {
      left = 1 - (double) Math.min(step, decaySteps) / decaySteps;
    }
    return (initialLearningRate - endLearningRate) * Powers.power(left, power) + endLearningRate;
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return new Hyperparameters()
        .with("polynomial_decay.initial_learning_rate", initialLearningRate)
        .with("polynomial_decay.decay_steps", decaySteps)
        .with("polynomial_decay.end_learning_rate", endLearningRate)
        .with("polynomial_decay.power", power)
        .with("polynomial_decay.cycle", cycle)
        .toMap();
  }

  @Override
  public String toString() {
    return hyperparameters().toString();
  }
}
