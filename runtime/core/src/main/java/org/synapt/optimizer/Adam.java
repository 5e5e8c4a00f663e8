package org.synapt.optimizer;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Steps by the mean of the gradients, over the root of the mean of their squares.
 *
 * <pre>
 * t = iteration + 1
 * rate = learningRate / (1 + decay · iteration) · √(1 − β₂ᵗ) / (1 − β₁ᵗ)
 * m ← β₁ · m + (1 − β₁) · g
 * v ← β₂ · v + (1 − β₂) · g²
 * p ← p − rate · m / (√v + ε)
 * </pre>
 *
 * <p>Defaults: rate 0.001, β₁ 0.9, β₂ 0.999, no decay, and ε 1e-8 as in Keras 2 (Keras 3: 1e-7).
 * Source: Kingma and Ba, Adam: A Method for Stochastic Optimization, 2014, in the form before its
 * section 2.1, as in Keras 2.0.0, {@code Adam}.
 */
public final class Adam implements Optimizer {
  private static final List<String> MOMENTS = Collections.unmodifiableList(Arrays.asList("m", "v"));

  private final double learningRate;
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final double decay;

  private Adam(double learningRate, double beta1, double beta2, double epsilon, double decay) {
    this.learningRate = Hyperparameters.atLeastZero("learningRate", learningRate);
    this.beta1 = Hyperparameters.belowOne("beta1", beta1);
    this.beta2 = Hyperparameters.belowOne("beta2", beta2);
    this.epsilon = Hyperparameters.atLeastZero("epsilon", epsilon);
    this.decay = Hyperparameters.atLeastZero("decay", decay);
  }

  /**
   * Adam as Keras 2 has it unless told otherwise.
   *
   * @return the optimizer
   */
  public static Adam defaults() {
    return withLearningRate(0.001);
  }

  /**
   * Adam with a learning rate, and otherwise as by default.
   *
   * @param learningRate the rate, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if the rate is below 0 or not finite
   */
  public static Adam withLearningRate(double learningRate) {
    return new Adam(learningRate, 0.9, 0.999, 1e-8, 0);
  }

  /**
   * The same with another β₁.
   *
   * @param share how much of the old mean stays in the new, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Adam beta1(double share) {
    return new Adam(learningRate, share, beta2, epsilon, decay);
  }

  /**
   * The same with another β₂.
   *
   * @param share how much of the old mean of squares stays in the new, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Adam beta2(double share) {
    return new Adam(learningRate, beta1, share, epsilon, decay);
  }

  /**
   * The same with another ε: 1e-7 behaves as Keras 3.
   *
   * @param small what keeps the divisor above 0
   * @return the optimizer
   * @throws IllegalArgumentException if it is below 0
   */
  public Adam epsilon(double small) {
    return new Adam(learningRate, beta1, beta2, small, decay);
  }

  /**
   * The same with a rate that falls: {@code learningRate / (1 + decay · iteration)}.
   *
   * @param perStep the decay, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Adam decay(double perStep) {
    return new Adam(learningRate, beta1, beta2, epsilon, perStep);
  }

  @Override
  public String name() {
    return "adam";
  }

  @Override
  public double learningRate() {
    return learningRate;
  }

  @Override
  public List<String> moments() {
    return MOMENTS;
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return new Hyperparameters()
        .with("lr", learningRate)
        .with("beta_1", beta1)
        .with("beta_2", beta2)
        .with("epsilon", epsilon)
        .with("decay", decay)
        .toMap();
  }

  @Override
  public Rule rule() {
    return new Moments();
  }

  @Override
  public String toString() {
    return name() + hyperparameters();
  }

  /** By squaring: {@link StrictMath#pow} allocates, and {@link Math#pow} is not always the same. */
  private static double power(double base, long exponent) {
    double power = 1;
    double square = base;
    for (long left = exponent; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        power *= square;
      }
      square *= square;
    }
    return power;
  }

  private final class Moments implements Rule {
    private final float b1 = (float) beta1;
    private final float rest1 = (float) (1 - beta1);
    private final float b2 = (float) beta2;
    private final float rest2 = (float) (1 - beta2);
    private final float eps = (float) epsilon;
    private float rate;

    @Override
    public void begin(long iteration, double now) {
      long t = iteration + 1;
      double unbias = StrictMath.sqrt(1 - power(beta2, t)) / (1 - power(beta1, t));
      rate = (float) (now / (1 + decay * iteration) * unbias);
    }

    @Override
    public void apply(int from, int to, float[] p, float[] g, float[][] state) {
      step(from, to, p, g, state[0], state[1]);
    }

    private void step(int from, int to, float[] p, float[] g, float[] m, float[] v) {
      float r = rate;
      float keep1 = b1;
      float take1 = rest1;
      float keep2 = b2;
      float take2 = rest2;
      float e = eps;
      for (int i = from; i < to; i++) {
        float x = g[i];
        float mean = (keep1 * m[i] + take1 * x + Tiny.FLUSH) - Tiny.FLUSH;
        float square = (keep2 * v[i] + take2 * (x * x) + Tiny.FLUSH_SQUARE) - Tiny.FLUSH_SQUARE;
        m[i] = mean;
        v[i] = square;
        p[i] -= r * (mean / ((float) Math.sqrt(square) + e));
      }
    }
  }
}
