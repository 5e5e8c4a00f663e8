package org.synapt.optimizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * An optimizer with the options that all have in common. Each method gives another optimizer:
 *
 * <pre>{@code
 * Adam.withLearningRate(1e-3).clipNorm(1).weightDecay(4e-3)
 * }</pre>
 *
 * <p>A step does, in this order: accumulate the gradient; clip it; let weights decay; the
 * optimizer's own rule; average. Source of the order: Keras 3, {@code BaseOptimizer}.
 *
 * <p>An optimizer of your own extends this class by five short methods, and has all of that.
 *
 * @param <O> the optimizer itself
 */
public abstract class Descent<O extends Descent<O>> implements Optimizer {
  private final UpdateOptions options;

  /**
   * An optimizer with options.
   *
   * @param options what it does around its rule
   */
  protected Descent(UpdateOptions options) {
    this.options = options;
  }

  /**
   * The same optimizer with other options.
   *
   * @param other the options
   * @return the optimizer
   */
  protected abstract O with(UpdateOptions other);

  /**
   * The numbers of this optimizer's own rule, by Keras's names.
   *
   * @return the numbers, without the learning rate and the options
   */
  protected abstract Map<String, Double> numbers();

  /**
   * What this optimizer's own rule remembers for each parameter.
   *
   * @return a name for each array
   */
  protected abstract List<String> remembered();

  /**
   * The same with a rate that falls: {@code learningRate / (1 + decay · iteration)}, from the rate
   * that was set and not from the last.
   *
   * <p>As in Keras 2 (Keras 3 has {@link InverseTimeDecay} instead). Default: 0.
   *
   * @param perStep the decay, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range, or the learning rate has a schedule
   */
  public final O decay(double perStep) {
    return with(options.decay(perStep));
  }

  /**
   * The same with gradients of at most a value: {@code g ← min(max(g, −limit), limit)}.
   *
   * @param limit the largest gradient, above 0
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range, or gradients are clipped otherwise
   */
  public final O clipValue(double limit) {
    return with(options.clipValue(limit));
  }

  /**
   * The same with gradients scaled so that the norm of each array of parameters is at most a
   * number: {@code g ← g · limit / max(‖g‖, limit)}.
   *
   * <p>As in Keras 3. Keras 2 takes one norm over all arrays: that is {@link #globalClipNorm}.
   *
   * @param limit the largest norm, above 0
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range, or gradients are clipped otherwise
   */
  public final O clipNorm(double limit) {
    return with(options.clipNorm(limit));
  }

  /**
   * The same with gradients scaled so that the norm of all of them together is at most a number, as
   * {@code clipnorm} does in Keras 2.
   *
   * <p>Source: Pascanu, Mikolov and Bengio, On the Difficulty of Training Recurrent Neural
   * Networks, 2013, algorithm 1.
   *
   * @param limit the largest norm, above 0
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range, or gradients are clipped otherwise
   */
  public final O globalClipNorm(double limit) {
    return with(options.globalClipNorm(limit));
  }

  /**
   * The same with weights that shrink before each update: {@code w ← w − rate · share · w}.
   *
   * <p>Weights only: biases and the scales and offsets of normalizations stay as they are. Keras 3
   * lets these decay too unless it is told {@code exclude_from_weight_decay}; Keras 2 has no such
   * option. This is not an L2 penalty, which the optimizer would scale as it does all gradients.
   *
   * <p>Source: Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2017.
   *
   * @param share how much of a weight goes, times the learning rate, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public final O weightDecay(double share) {
    return with(options.weightDecay(share));
  }

  /**
   * The same with an update for every so many steps, by the mean of their gradients.
   *
   * <p>Decay and schedules count updates then, as in Keras 3. What is left where a training ends
   * goes into the first update of the next.
   *
   * @param steps how many steps make an update, 1 or above
   * @return the optimizer
   * @throws IllegalArgumentException if there are fewer
   */
  public final O gradientAccumulationSteps(int steps) {
    return with(options.gradientAccumulationSteps(steps));
  }

  /**
   * The same with an average of the parameters, which they become at the end of a training: {@link
   * #emaMomentum} of 0.99.
   *
   * @return the optimizer
   */
  public final O useEma() {
    return emaMomentum(0.99);
  }

  /**
   * The same with an exponential moving average of the parameters, which they become at the end of
   * a training.
   *
   * <pre>
   * average ← p                                       after the first update
   * average ← momentum · average + (1 − momentum) · p   after each other
   * </pre>
   *
   * <p>Source: Polyak and Juditsky, Acceleration of Stochastic Approximation by Averaging, 1992; in
   * the form of Keras 3, which averages after every step where gradients are accumulated too, and
   * not after every update.
   *
   * @param momentum how much of the old average stays in the new, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public final O emaMomentum(double momentum) {
    return with(options.emaMomentum(momentum));
  }

  /**
   * The same with parameters that become their average during training too.
   *
   * @param updates after how many updates, 1 or above
   * @return the optimizer
   * @throws IllegalArgumentException if there are fewer, or {@link #useEma} was not called
   */
  public final O emaOverwriteFrequency(int updates) {
    return with(options.emaOverwriteFrequency(updates));
  }

  @Override
  public final UpdateOptions options() {
    return options;
  }

  @Override
  public final double learningRate() {
    return options.learningRate();
  }

  @Override
  public final List<String> moments() {
    List<String> names = new ArrayList<>(remembered());
    names.addAll(options.moments());
    return Collections.unmodifiableList(names);
  }

  @Override
  public final Map<String, Double> hyperparameters() {
    return new Hyperparameters()
        .with("lr", learningRate())
        .with(numbers())
        .with(options.hyperparameters())
        .toMap();
  }

  @Override
  public final String toString() {
    return name() + hyperparameters();
  }
}
