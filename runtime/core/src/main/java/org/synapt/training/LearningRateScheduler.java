package org.synapt.training;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Sets the learning rate before each epoch.
 *
 * <pre>{@code
 * LearningRateScheduler.of(epoch -> 0.1 * Math.pow(0.999, epoch))
 * LearningRateScheduler.of((epoch, rate) -> epoch < 10 ? rate : rate * 0.9)
 * }</pre>
 *
 * <p>Source: Keras 3, {@code LearningRateScheduler}; that of Keras 2.0 knew the first form alone.
 */
public final class LearningRateScheduler implements Callback {
  private final Schedule schedule;
  private final Announcements says = new Announcements();
  private Optional<Training> training = Optional.empty();

  /** The rate of an epoch, by the rate before it. */
  @FunctionalInterface
  public interface Schedule {
    /**
     * Gives the rate of an epoch.
     *
     * @param epoch which epoch, counted from 0
     * @param rate the learning rate until now
     * @return the rate, 0 or above
     */
    double rate(int epoch, double rate);
  }

  private LearningRateScheduler(Schedule schedule) {
    this.schedule = schedule;
  }

  /**
   * Sets rates that depend on the epoch alone.
   *
   * @param schedule from epochs, counted from 0, to rates
   * @return the callback
   */
  public static LearningRateScheduler of(IntToDoubleFunction schedule) {
    return new LearningRateScheduler((epoch, rate) -> schedule.applyAsDouble(epoch));
  }

  /**
   * Sets rates that depend on the epoch and the rate before it.
   *
   * @param schedule from epochs, counted from 0, and rates to rates
   * @return the callback
   */
  public static LearningRateScheduler of(Schedule schedule) {
    return new LearningRateScheduler(schedule);
  }

  /**
   * Says the rate of each epoch.
   *
   * @param out what is said is appended here
   * @return this
   */
  public LearningRateScheduler verbose(Appendable out) {
    says.to(out);
    return this;
  }

  @Override
  public void onTrainBegin(Training begun) {
    training = Optional.of(begun);
  }

  @Override
  public void onEpochBegin(int epoch) {
    if (!training.isPresent()) {
      return;
    }
    double rate = schedule.rate(epoch, training.get().learningRate());
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException(
          "LearningRateScheduler was given the rate "
              + rate
              + " for epoch "
              + epoch
              + ", counted from 0; a rate is 0 or above");
    }
    training.get().learningRate(rate);
    says.say(epoch, "the learning rate is " + rate);
  }
}
