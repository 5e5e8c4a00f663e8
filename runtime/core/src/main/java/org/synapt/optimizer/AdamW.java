package org.synapt.optimizer;

import java.util.List;
import java.util.Map;

/**
 * Adam with weights that decay by themselves, not through the gradient.
 *
 * <pre>
 * w ← w − rate · weightDecay · w   weights only
 * then as {@link Adam}
 * </pre>
 *
 * <p>Defaults: those of Keras 3, a weight decay of 0.004, rate 0.001, β₁ 0.9, β₂ 0.999, ε 1e-7.
 * {@link #weightDecay} sets another. Source: Loshchilov and Hutter, Decoupled Weight Decay
 * Regularization, 2017; Keras 3, {@code AdamW}.
 */
public final class AdamW extends Descent<AdamW> {
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final boolean amsgrad;

  private AdamW(
      UpdateOptions options, double beta1, double beta2, double epsilon, boolean amsgrad) {
    super(options);
    this.beta1 = Hyperparameters.belowOne("beta1", beta1);
    this.beta2 = Hyperparameters.belowOne("beta2", beta2);
    this.epsilon = Hyperparameters.atLeastZero("epsilon", epsilon);
    this.amsgrad = amsgrad;
  }

  private static AdamW of(UpdateOptions options) {
    return new AdamW(options.weightDecay(0.004), 0.9, 0.999, 1e-7, false);
  }

  /**
   * AdamW as Keras 3 has it unless told otherwise.
   *
   * @return the optimizer
   */
  public static AdamW defaults() {
    return withLearningRate(0.001);
  }

  /**
   * AdamW with a learning rate, and otherwise as by default.
   *
   * @param learningRate the rate, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if the rate is below 0 or not finite
   */
  public static AdamW withLearningRate(double learningRate) {
    return of(UpdateOptions.of(learningRate));
  }

  /**
   * AdamW with a schedule of learning rates, and otherwise as by default.
   *
   * @param learningRate the rate of each update
   * @return the optimizer
   */
  public static AdamW withLearningRate(LearningRateSchedule learningRate) {
    return of(UpdateOptions.of(learningRate));
  }

  /**
   * The same with another β₁.
   *
   * @param share how much of the old mean stays in the new, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public AdamW beta1(double share) {
    return new AdamW(options(), share, beta2, epsilon, amsgrad);
  }

  /**
   * The same with another β₂.
   *
   * @param share how much of the old mean of squares stays in the new, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public AdamW beta2(double share) {
    return new AdamW(options(), beta1, share, epsilon, amsgrad);
  }

  /**
   * The same with another ε.
   *
   * @param small what keeps the divisor above 0
   * @return the optimizer
   * @throws IllegalArgumentException if it is below 0
   */
  public AdamW epsilon(double small) {
    return new AdamW(options(), beta1, beta2, small, amsgrad);
  }

  /**
   * The same with divisors that never fall, as {@link Adam#amsgrad}.
   *
   * @return the optimizer
   */
  public AdamW amsgrad() {
    return new AdamW(options(), beta1, beta2, epsilon, true);
  }

  @Override
  protected AdamW with(UpdateOptions other) {
    return new AdamW(other, beta1, beta2, epsilon, amsgrad);
  }

  @Override
  public String name() {
    return "adamw";
  }

  @Override
  protected List<String> remembered() {
    return Adam.remembered(amsgrad);
  }

  @Override
  protected Map<String, Double> numbers() {
    return new Hyperparameters()
        .with("beta_1", beta1)
        .with("beta_2", beta2)
        .with("epsilon", epsilon)
        .with("amsgrad", amsgrad)
        .toMap();
  }

  @Override
  public Rule rule() {
    return Adam.rule(beta1, beta2, epsilon, amsgrad);
  }
}
