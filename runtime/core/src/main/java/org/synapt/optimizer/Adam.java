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
 * m ← β₁ · m + (1 − β₁) · g
 * v ← β₂ · v + (1 − β₂) · g²
 * p ← p − rate · √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε)
 * </pre>
 *
 * <p>Defaults: rate 0.001, β₁ 0.9, β₂ 0.999, and ε 1e-8 as in Keras 2 (Keras 3: 1e-7). With {@link
 * #amsgrad} the largest v so far takes the place of v in the last line. Source: Kingma and Ba,
 * Adam: A Method for Stochastic Optimization, 2014, in the form before its section 2.1, as in Keras
 * 2.0.0, {@code Adam}.
 */
public final class Adam extends Descent<Adam> {
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final boolean amsgrad;

  private Adam(UpdateOptions options, double beta1, double beta2, double epsilon, boolean amsgrad) {
    super(options);
    this.beta1 = Hyperparameters.belowOne("beta1", beta1);
    this.beta2 = Hyperparameters.belowOne("beta2", beta2);
    this.epsilon = Hyperparameters.atLeastZero("epsilon", epsilon);
    this.amsgrad = amsgrad;
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
    return new Adam(UpdateOptions.of(learningRate), 0.9, 0.999, 1e-8, false);
  }

  /**
   * Adam with a schedule of learning rates, and otherwise as by default.
   *
   * @param learningRate the rate of each update
   * @return the optimizer
   */
  public static Adam withLearningRate(LearningRateSchedule learningRate) {
    return new Adam(UpdateOptions.of(learningRate), 0.9, 0.999, 1e-8, false);
  }

  /**
   * The same with another β₁.
   *
   * @param share how much of the old mean stays in the new, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Adam beta1(double share) {
    return new Adam(options(), share, beta2, epsilon, amsgrad);
  }

  /**
   * The same with another β₂.
   *
   * @param share how much of the old mean of squares stays in the new, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Adam beta2(double share) {
    return new Adam(options(), beta1, share, epsilon, amsgrad);
  }

  /**
   * The same with another ε: 1e-7 behaves as Keras 3.
   *
   * @param small what keeps the divisor above 0
   * @return the optimizer
   * @throws IllegalArgumentException if it is below 0
   */
  public Adam epsilon(double small) {
    return new Adam(options(), beta1, beta2, small, amsgrad);
  }

  /**
   * The same with divisors that never fall. Source: Reddi, Kale and Kumar, On the Convergence of
   * Adam and Beyond, 2018; as in Keras 3, the largest v is taken before it is unbiased.
   *
   * @return the optimizer
   */
  public Adam amsgrad() {
    return new Adam(options(), beta1, beta2, epsilon, true);
  }

  @Override
  protected Adam with(UpdateOptions other) {
    return new Adam(other, beta1, beta2, epsilon, amsgrad);
  }

  @Override
  public String name() {
    return "adam";
  }

  @Override
  protected List<String> remembered() {
    return remembered(amsgrad);
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
    return rule(beta1, beta2, epsilon, amsgrad);
  }

  static List<String> remembered(boolean amsgrad) {
    return Collections.unmodifiableList(
        amsgrad ? Arrays.asList("m", "v", "vhat") : Arrays.asList("m", "v"));
  }

  static Rule rule(double beta1, double beta2, double epsilon, boolean amsgrad) {
    return amsgrad ? new Largest(beta1, beta2, epsilon) : new Latest(beta1, beta2, epsilon);
  }

  /** What the two rules share: the numbers as floats, and the unbiased rate. */
  private abstract static class Moments implements Rule {
    protected final float b1;
    protected final float rest1;
    protected final float b2;
    protected final float rest2;
    protected final float eps;
    protected float rate;
    private final double beta1;
    private final double beta2;

    Moments(double beta1, double beta2, double epsilon) {
      this.beta1 = beta1;
      this.beta2 = beta2;
      this.b1 = (float) beta1;
      this.rest1 = (float) (1 - beta1);
      this.b2 = (float) beta2;
      this.rest2 = (float) (1 - beta2);
      this.eps = (float) epsilon;
    }

    @Override
    public final void begin(long iteration, double learningRate) {
      long t = iteration + 1;
      double unbias = Math.sqrt(1 - Powers.power(beta2, t)) / (1 - Powers.power(beta1, t));
      rate = (float) (learningRate * unbias);
    }

    @Override
    public final boolean canWait() {
      return true;
    }

    @Override
    public final boolean leavesZeros() {
      return Tiny.isFinite(rate) && eps > 0;
    }
  }

  /** Adam proper. */
  private static final class Latest extends Moments {
    Latest(double beta1, double beta2, double epsilon) {
      super(beta1, beta2, epsilon);
    }

    @Override
    public void apply(int from, int to, float[] p, float[] g, float[][] state) {
      float[] m = state[0];
      float[] v = state[1];
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

  /** AMSGrad. */
  private static final class Largest extends Moments {
    Largest(double beta1, double beta2, double epsilon) {
      super(beta1, beta2, epsilon);
    }

    @Override
    public void apply(int from, int to, float[] p, float[] g, float[][] state) {
      float[] m = state[0];
      float[] v = state[1];
      float[] vhat = state[2];
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
        float largest = Math.max(vhat[i], square);
        m[i] = mean;
        v[i] = square;
        vhat[i] = largest;
        p[i] -= r * (mean / ((float) Math.sqrt(largest) + e));
      }
    }
  }
}
