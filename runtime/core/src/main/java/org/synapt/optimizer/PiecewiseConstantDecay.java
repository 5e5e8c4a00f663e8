package org.synapt.optimizer;

import java.util.Arrays;
import java.util.Map;

/**
 * A learning rate that stays as it is between given steps.
 *
 * <pre>
 * rate(step) = values[0]   while step ≤ boundaries[0]
 *            = values[i]   while boundaries[i − 1] &lt; step ≤ boundaries[i]
 *            = the last    from then on
 * </pre>
 *
 * <p>Source: Keras 3, {@code PiecewiseConstantDecay}.
 */
public final class PiecewiseConstantDecay implements LearningRateSchedule {
  private final long[] boundaries;
  private final double[] values;

  private PiecewiseConstantDecay(long[] boundaries, double[] values) {
    this.boundaries = boundaries;
    this.values = values;
    if (boundaries.length != values.length - 1) {
      throw new IllegalArgumentException(
          boundaries.length
              + " boundaries part "
              + (boundaries.length + 1)
              + " values, but there are "
              + values.length
              + ": "
              + Arrays.toString(boundaries)
              + " and "
              + Arrays.toString(values));
    }
    for (int i = 1; i < boundaries.length; i++) {
      if (boundaries[i] <= boundaries[i - 1]) {
        throw new IllegalArgumentException(
            "boundaries must grow, but " + Arrays.toString(boundaries) + " do not");
      }
    }
    for (double value : values) {
      Hyperparameters.atLeastZero("a value", value);
    }
  }

  /**
   * Rates and the last steps at which each holds.
   *
   * @param boundaries the last step of each value but the last, growing
   * @param values the rates, 0 or above, one more than boundaries
   * @return the schedule
   * @throws IllegalArgumentException if there are not as many as that, a rate is out of range, or
   *     the boundaries do not grow
   */
  public static PiecewiseConstantDecay of(long[] boundaries, double... values) {
    return new PiecewiseConstantDecay(boundaries.clone(), values.clone());
  }

  @Override
  public double rate(long step) {
    int i = 0;
    while (i < boundaries.length && step > boundaries[i]) {
      i++;
    }
    return values[i];
  }

  @Override
  public Map<String, Double> hyperparameters() {
    Hyperparameters numbers = new Hyperparameters();
    for (int i = 0; i < boundaries.length; i++) {
      numbers.with("piecewise_constant_decay.boundaries." + i, boundaries[i]);
    }
    for (int i = 0; i < values.length; i++) {
      numbers.with("piecewise_constant_decay.values." + i, values[i]);
    }
    return numbers.toMap();
  }

  @Override
  public String toString() {
    return hyperparameters().toString();
  }
}
