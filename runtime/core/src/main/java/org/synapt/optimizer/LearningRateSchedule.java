package org.synapt.optimizer;

import java.util.Collections;
import java.util.Map;

/**
 * A learning rate for each step: {@code Adam.withLearningRate(ExponentialDecay.of(0.1, 1000,
 * 0.96))}.
 *
 * <p>An optimizer asks with the number of updates done so far, so 0 comes first. Asked with the
 * number of an epoch instead, the same schedule falls by epochs: {@code
 * LearningRateScheduler.of(schedule::rate)}, with an optimizer that has a plain learning rate.
 *
 * <p>Schedules are values. One of your own may be a lambda; it must give the same rate for the same
 * step, or a training that is taken up again will not go on as it began.
 */
@FunctionalInterface
public interface LearningRateSchedule {
  /**
   * The rate of a step; allocates nothing.
   *
   * @param step how many steps have been done, 0 or above
   * @return the rate, 0 or above
   */
  double rate(long step);

  /**
   * The numbers that make this schedule, each behind the schedule's own name, such as {@code
   * exponential_decay.decay_rate}. They are saved with a training, which can only be taken up with
   * the same. A lambda says nothing of itself, and nothing is compared.
   *
   * @return the hyperparameters
   */
  default Map<String, Double> hyperparameters() {
    return Collections.emptyMap();
  }

  /**
   * This schedule behind a warm-up: the rate climbs in a straight line from 0 to this schedule's
   * first, which then begins at its own step 0.
   *
   * <pre>
   * rate(step) = rate(0) · step / steps   while step &lt; steps
   *            = rate(step − steps)       from then on
   * </pre>
   *
   * <p>Source: Goyal et al., Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour, 2017,
   * section 2.2.
   *
   * @param steps how many steps the climb takes, 1 or above
   * @return the schedule
   * @throws IllegalArgumentException if there are fewer
   */
  default LearningRateSchedule warmUp(long steps) {
    return new WarmUp(this, steps);
  }

  /**
   * The same rate for every step: what {@link #warmUp} is put before where nothing decays.
   *
   * @param learningRate the rate, 0 or above
   * @return the schedule
   * @throws IllegalArgumentException if it is below 0 or not finite
   */
  static LearningRateSchedule constant(double learningRate) {
    return new ConstantRate(learningRate);
  }
}
