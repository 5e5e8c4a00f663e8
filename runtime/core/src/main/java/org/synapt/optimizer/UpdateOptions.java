package org.synapt.optimizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What every optimizer can do around its rule: a learning rate and its decay, clipping, weight
 * decay, accumulation of gradients, an average of the weights.
 *
 * <p>A value, made by {@link #of(double)} and changed by the methods of {@link Descent}.
 */
public final class UpdateOptions {
  static final String ACCUMULATOR = "gradient_accumulator";
  static final String AVERAGE = "average";

  private static final String DECAY = "decay";
  private static final String CLIP_VALUE = "clipvalue";
  private static final String CLIP_NORM = "clipnorm";
  private static final String GLOBAL_CLIP_NORM = "global_clipnorm";
  private static final String WEIGHT_DECAY = "weight_decay";
  private static final String ACCUMULATION_STEPS = "gradient_accumulation_steps";
  private static final String EMA_MOMENTUM = "ema_momentum";
  private static final String EMA_OVERWRITE_FREQUENCY = "ema_overwrite_frequency";

  private final double learningRate;
  private final Optional<LearningRateSchedule> schedule;

  /** What has been chosen, by Keras's name; what has not is off. */
  private final Map<String, Double> chosen;

  private UpdateOptions(
      double learningRate, Optional<LearningRateSchedule> schedule, Map<String, Double> chosen) {
    this.learningRate = Hyperparameters.atLeastZero("learningRate", learningRate);
    this.schedule = schedule;
    this.chosen = chosen;
    refuseTwo(CLIP_VALUE, CLIP_NORM);
    refuseTwo(CLIP_VALUE, GLOBAL_CLIP_NORM);
    refuseTwo(CLIP_NORM, GLOBAL_CLIP_NORM);
    if (schedule.isPresent() && isOn(DECAY)) {
      throw new IllegalArgumentException(
          "the learning rate has a schedule and decay=" + number(DECAY) + "; leave one away");
    }
    if (isOn(EMA_OVERWRITE_FREQUENCY) && !averages()) {
      throw new IllegalArgumentException(
          "emaOverwriteFrequency says how often an average is taken over, but there is none; "
              + "call useEma first");
    }
  }

  private void refuseTwo(String one, String other) {
    if (isOn(one) && isOn(other)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s=%s and %s=%s exclude each other; choose one way to clip",
              one,
              number(one),
              other,
              number(other)));
    }
  }

  /**
   * A learning rate and nothing else.
   *
   * @param learningRate the rate, 0 or above
   * @return the options
   * @throws IllegalArgumentException if it is below 0 or not finite
   */
  public static UpdateOptions of(double learningRate) {
    return new UpdateOptions(learningRate, Optional.empty(), Collections.emptyMap());
  }

  /**
   * A schedule of the learning rate and nothing else.
   *
   * @param schedule the learning rate of each update
   * @return the options
   * @throws IllegalArgumentException if its first rate is below 0 or not finite
   */
  public static UpdateOptions of(LearningRateSchedule schedule) {
    return new UpdateOptions(schedule.rate(0), Optional.of(schedule), Collections.emptyMap());
  }

  private UpdateOptions with(String name, double number) {
    Map<String, Double> all = new LinkedHashMap<>(chosen);
    all.put(name, number);
    return new UpdateOptions(learningRate, schedule, all);
  }

  UpdateOptions decay(double perStep) {
    return with(DECAY, Hyperparameters.atLeastZero("decay", perStep));
  }

  UpdateOptions clipValue(double limit) {
    return with(CLIP_VALUE, Hyperparameters.aboveZero("clipValue", limit));
  }

  UpdateOptions clipNorm(double limit) {
    return with(CLIP_NORM, Hyperparameters.aboveZero("clipNorm", limit));
  }

  UpdateOptions globalClipNorm(double limit) {
    return with(GLOBAL_CLIP_NORM, Hyperparameters.aboveZero("globalClipNorm", limit));
  }

  UpdateOptions weightDecay(double share) {
    return with(WEIGHT_DECAY, Hyperparameters.atLeastZero("weightDecay", share));
  }

  UpdateOptions gradientAccumulationSteps(int steps) {
    return with(
        ACCUMULATION_STEPS,
        (double) Hyperparameters.atLeast(1, "gradientAccumulationSteps", steps));
  }

  UpdateOptions emaMomentum(double share) {
    return with(EMA_MOMENTUM, Hyperparameters.belowOne("emaMomentum", share));
  }

  UpdateOptions emaOverwriteFrequency(int updates) {
    return with(
        EMA_OVERWRITE_FREQUENCY,
        (double) Hyperparameters.atLeast(1, "emaOverwriteFrequency", updates));
  }

  /** The learning rate with which training begins. */
  double learningRate() {
    return learningRate;
  }

  Optional<LearningRateSchedule> schedule() {
    return schedule;
  }

  double decay() {
    return number(DECAY);
  }

  /** The bound of each gradient; 0 if there is none. */
  double clipValue() {
    return number(CLIP_VALUE);
  }

  /** The bound of each parameter's norm; 0 if there is none. */
  double clipNorm() {
    return number(CLIP_NORM);
  }

  /** The bound of the norm of all gradients; 0 if there is none. */
  double globalClipNorm() {
    return number(GLOBAL_CLIP_NORM);
  }

  double weightDecay() {
    return number(WEIGHT_DECAY);
  }

  /** How many steps make an update, 1 or above. */
  int accumulationSteps() {
    return (int) Math.max(1, number(ACCUMULATION_STEPS));
  }

  boolean averages() {
    return chosen.containsKey(EMA_MOMENTUM);
  }

  double emaMomentum() {
    return number(EMA_MOMENTUM);
  }

  /** After how many updates the parameters become their average; 0 for never. */
  long emaOverwriteFrequency() {
    return (long) number(EMA_OVERWRITE_FREQUENCY);
  }

  /** Whether gradients or parameters are changed around the rule, in the same pass. */
  boolean surroundTheRule() {
    return clips() || weightDecay() > 0 || averages();
  }

  private boolean clips() {
    return clipValue() > 0 || clipNorm() > 0 || globalClipNorm() > 0;
  }

  /** What these options remember for each parameter. */
  List<String> moments() {
    List<String> names = new ArrayList<>();
    if (accumulationSteps() > 1) {
      names.add(ACCUMULATOR);
    }
    if (averages()) {
      names.add(AVERAGE);
    }
    return names;
  }

  /** The decay, 0 too, then what has been chosen, then the schedule's numbers. */
  Map<String, Double> hyperparameters() {
    return new Hyperparameters()
        .with(DECAY, decay())
        .with(chosen)
        .with(schedule.map(LearningRateSchedule::hyperparameters).orElse(Collections.emptyMap()))
        .toMap();
  }

  private boolean isOn(String name) {
    return number(name) > 0;
  }

  private double number(String name) {
    return chosen.getOrDefault(name, 0.0);
  }
}
