package org.synapt.optimizer;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Adam with Nesterov's momentum: the mean is taken as it will be after the next step.
 *
 * <pre>
 * t = iteration + 1
 * μₜ = β₁ · (1 − ½ · 0.96 ^ (scheduleDecay · t)),   Πₜ = μ₁ · … · μₜ
 * m ← β₁ · m + (1 − β₁) · g
 * v ← β₂ · v + (1 − β₂) · g²
 * m̄ = μₜ₊₁ / (1 − Πₜ₊₁) · m + (1 − μₜ) / (1 − Πₜ) · g
 * p ← p − rate · m̄ / (√(v / (1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>Defaults: those of Keras 3, rate 0.001, β₁ 0.9, β₂ 0.999, ε 1e-7, a schedule decay of 1. Keras
 * 2: {@code Nadam.withLearningRate(0.002).epsilon(1e-8).scheduleDecay(0.004)}. Source: Dozat,
 * Incorporating Nesterov Momentum into Adam, 2016.
 */
public final class Nadam extends Descent<Nadam> {
  private static final List<String> MOMENTS = Collections.unmodifiableList(Arrays.asList("m", "v"));

  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final double scheduleDecay;

  private Nadam(
      UpdateOptions options, double beta1, double beta2, double epsilon, double scheduleDecay) {
    super(options);
    this.beta1 = Hyperparameters.belowOne("beta1", beta1);
    this.beta2 = Hyperparameters.belowOne("beta2", beta2);
    this.epsilon = Hyperparameters.atLeastZero("epsilon", epsilon);
    this.scheduleDecay = Hyperparameters.atLeastZero("scheduleDecay", scheduleDecay);
  }

  /**
   * Nadam as Keras 3 has it unless told otherwise.
   *
   * @return the optimizer
   */
  public static Nadam defaults() {
    return withLearningRate(0.001);
  }

  /**
   * Nadam with a learning rate, and otherwise as by default.
   *
   * @param learningRate the rate, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if the rate is below 0 or not finite
   */
  public static Nadam withLearningRate(double learningRate) {
    return new Nadam(UpdateOptions.of(learningRate), 0.9, 0.999, 1e-7, 1);
  }

  /**
   * Nadam with a schedule of learning rates, and otherwise as by default.
   *
   * @param learningRate the rate of each update
   * @return the optimizer
   */
  public static Nadam withLearningRate(LearningRateSchedule learningRate) {
    return new Nadam(UpdateOptions.of(learningRate), 0.9, 0.999, 1e-7, 1);
  }

  /**
   * The same with another β₁.
   *
   * @param share how much of the old mean stays in the new, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Nadam beta1(double share) {
    return new Nadam(options(), share, beta2, epsilon, scheduleDecay);
  }

  /**
   * The same with another β₂.
   *
   * @param share how much of the old mean of squares stays in the new, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Nadam beta2(double share) {
    return new Nadam(options(), beta1, share, epsilon, scheduleDecay);
  }

  /**
   * The same with another ε: 1e-8 in Keras 2.
   *
   * @param small what keeps the divisor above 0
   * @return the optimizer
   * @throws IllegalArgumentException if it is below 0
   */
  public Nadam epsilon(double small) {
    return new Nadam(options(), beta1, beta2, small, scheduleDecay);
  }

  /**
   * The same with a momentum that reaches β₁ at another pace: 0.004 in Keras 2, as in the paper;
   * Keras 3 has no such parameter and behaves as 1.
   *
   * @param pace how fast the momentum grows from β₁/2 to β₁, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Nadam scheduleDecay(double pace) {
    return new Nadam(options(), beta1, beta2, epsilon, pace);
  }

  @Override
  protected Nadam with(UpdateOptions other) {
    return new Nadam(other, beta1, beta2, epsilon, scheduleDecay);
  }

  @Override
  public String name() {
    return "nadam";
  }

  @Override
  protected List<String> remembered() {
    return MOMENTS;
  }

  @Override
  protected Map<String, Double> numbers() {
    return new Hyperparameters()
        .with("beta_1", beta1)
        .with("beta_2", beta2)
        .with("epsilon", epsilon)
        .with("schedule_decay", scheduleDecay)
        .toMap();
  }

  @Override
  public Rule rule() {
    return new Ahead();
  }

  private final class Ahead implements Rule {
    private final double pace = StrictMath.pow(0.96, scheduleDecay);
    private final float b1 = (float) beta1;
    private final float rest1 = (float) (1 - beta1);
    private final float b2 = (float) beta2;
    private final float rest2 = (float) (1 - beta2);
    private final float eps = (float) epsilon;

    /** Π of the step that was prepared last, and which that was; it is never saved. */
    private double product = 1;

    private long prepared;

    private float ofMean;
    private float ofGradient;
    private float unbias;

    @Override
    public void begin(long iteration, double learningRate) {
      long t = iteration + 1;
      advanceTo(t);
      double next = product * momentum(t + 1);
      ofMean = (float) (learningRate * momentum(t + 1) / (1 - next));
      ofGradient = (float) (learningRate * (1 - momentum(t)) / (1 - product));
      unbias = (float) (1 / (1 - Powers.power(beta2, t)));
    }

    @Override
    public boolean canWait() {
      return true;
    }

    @Override
    public boolean leavesZeros() {
      return Tiny.isFinite(ofMean) && Tiny.isFinite(ofGradient) && Tiny.isFinite(unbias) && eps > 0;
    }

    /** Factor by factor, also where a training is taken up, so that the bits are the same. */
    private void advanceTo(long t) {
      if (prepared >= t) {
        prepared = 0;
        product = 1;
      }
      while (prepared < t && product > 0) {
        prepared++;
        product *= momentum(prepared);
      }
      prepared = t;
    }

    private double momentum(long t) {
      return beta1 * (1 - 0.5 * Powers.power(pace, t));
    }

    @Override
    public void apply(int from, int to, float[] p, float[] g, float[][] state) {
      float[] m = state[0];
      float[] v = state[1];
      float keep1 = b1;
      float take1 = rest1;
      float keep2 = b2;
      float take2 = rest2;
      float a = ofMean;
      float b = ofGradient;
      float u = unbias;
      float e = eps;
      for (int i = from; i < to; i++) {
        float x = g[i];
        float mean = (keep1 * m[i] + take1 * x + Tiny.FLUSH) - Tiny.FLUSH;
        float square = (keep2 * v[i] + take2 * (x * x) + Tiny.FLUSH_SQUARE) - Tiny.FLUSH_SQUARE;
        m[i] = mean;
        v[i] = square;
        p[i] -= (a * mean + b * x) / ((float) Math.sqrt(square * u) + e);
      }
    }
  }
}
