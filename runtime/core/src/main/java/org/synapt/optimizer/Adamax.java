package org.synapt.optimizer;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Adam by the largest gradient in place of the mean of squares.
 *
 * <pre>
 * t = iteration + 1
 * m ← β₁ · m + (1 − β₁) · g
 * u ← max(β₂ · u, |g|)
 * p ← p − rate / (1 − β₁ᵗ) · m / (u + ε)
 * </pre>
 *
 * <p>Defaults: those of Keras 3, rate 0.001, β₁ 0.9, β₂ 0.999, ε 1e-7. Keras 2: {@code
 * Adamax.withLearningRate(0.002).epsilon(1e-8)}. Source: Kingma and Ba, Adam: A Method for
 * Stochastic Optimization, 2014, section 7.1, whose form has no ε.
 */
public final class Adamax extends Descent<Adamax> {
  private static final List<String> MOMENTS = Collections.unmodifiableList(Arrays.asList("m", "u"));

  private final double beta1;
  private final double beta2;
  private final double epsilon;

  private Adamax(UpdateOptions options, double beta1, double beta2, double epsilon) {
    super(options);
    this.beta1 = Hyperparameters.belowOne("beta1", beta1);
    this.beta2 = Hyperparameters.belowOne("beta2", beta2);
    this.epsilon = Hyperparameters.aboveZero("epsilon", epsilon);
  }

  /**
   * Adamax as Keras 3 has it unless told otherwise.
   *
   * @return the optimizer
   */
  public static Adamax defaults() {
    return withLearningRate(0.001);
  }

  /**
   * Adamax with a learning rate, and otherwise as by default.
   *
   * @param learningRate the rate, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if the rate is below 0 or not finite
   */
  public static Adamax withLearningRate(double learningRate) {
    return new Adamax(UpdateOptions.of(learningRate), 0.9, 0.999, 1e-7);
  }

  /**
   * Adamax with a schedule of learning rates, and otherwise as by default.
   *
   * @param learningRate the rate of each update
   * @return the optimizer
   */
  public static Adamax withLearningRate(LearningRateSchedule learningRate) {
    return new Adamax(UpdateOptions.of(learningRate), 0.9, 0.999, 1e-7);
  }

  /**
   * The same with another β₁.
   *
   * @param share how much of the old mean stays in the new, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Adamax beta1(double share) {
    return new Adamax(options(), share, beta2, epsilon);
  }

  /**
   * The same with another β₂.
   *
   * @param share how much of the old maximum counts in the new, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Adamax beta2(double share) {
    return new Adamax(options(), beta1, share, epsilon);
  }

  /**
   * The same with another ε: 1e-8 in Keras 2.
   *
   * @param small what keeps the divisor above 0
   * @return the optimizer
   * @throws IllegalArgumentException if it is not above 0
   */
  public Adamax epsilon(double small) {
    return new Adamax(options(), beta1, beta2, small);
  }

  @Override
  protected Adamax with(UpdateOptions other) {
    return new Adamax(other, beta1, beta2, epsilon);
  }

  @Override
  public String name() {
    return "adamax";
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
        .toMap();
  }

  @Override
  public Rule rule() {
    return new Maxima();
  }

  private final class Maxima implements Rule {
    private final float keep = (float) beta1;
    private final float take = (float) (1 - beta1);
    private final float fade = (float) beta2;
    private final float eps = (float) epsilon;
    private float rate;

    @Override
    public void begin(long iteration, double learningRate) {
      rate = (float) (learningRate / (1 - Powers.power(beta1, iteration + 1)));
    }

    @Override
    public boolean canWait() {
      return true;
    }

    @Override
    public boolean leavesZeros() {
      return Tiny.isFinite(rate) && eps > 0;
    }

    @Override
    public void apply(int from, int to, float[] p, float[] g, float[][] state) {
      float[] m = state[0];
      float[] u = state[1];
      float r = rate;
      float k = keep;
      float t = take;
      float f = fade;
      float e = eps;
      for (int i = from; i < to; i++) {
        float x = g[i];
        float mean = (k * m[i] + t * x + Tiny.FLUSH) - Tiny.FLUSH;
        float largest = Math.max((f * u[i] + Tiny.FLUSH) - Tiny.FLUSH, Math.abs(x));
        m[i] = mean;
        u[i] = largest;
        p[i] -= r * (mean / (largest + e));
      }
    }
  }
}
