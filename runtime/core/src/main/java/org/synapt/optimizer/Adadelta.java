package org.synapt.optimizer;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Steps by the gradient in the unit of the parameters: by how far they moved lately.
 *
 * <pre>
 * v ← ρ · v + (1 − ρ) · g²
 * Δ = √(d + ε) / √(v + ε) · g
 * d ← ρ · d + (1 − ρ) · Δ²
 * p ← p − rate · Δ
 * </pre>
 *
 * <p>Defaults: those of Keras 3, rate 0.001, ρ 0.95, ε 1e-7. Keras 2, and the paper: {@code
 * Adadelta.withLearningRate(1).epsilon(1e-8)}. Source: Zeiler, ADADELTA: An Adaptive Learning Rate
 * Method, 2012, algorithm 1.
 */
public final class Adadelta extends Descent<Adadelta> {
  private static final List<String> MOMENTS =
      Collections.unmodifiableList(Arrays.asList("accumulated_gradient", "accumulated_delta"));

  private final double rho;
  private final double epsilon;

  private Adadelta(UpdateOptions options, double rho, double epsilon) {
    super(options);
    this.rho = Hyperparameters.belowOne("rho", rho);
    this.epsilon = Hyperparameters.aboveZero("epsilon", epsilon);
  }

  /**
   * Adadelta as Keras 3 has it unless told otherwise.
   *
   * @return the optimizer
   */
  public static Adadelta defaults() {
    return withLearningRate(0.001);
  }

  /**
   * Adadelta with a learning rate, and otherwise as by default.
   *
   * @param learningRate the rate, 0 or above; 1 in the paper
   * @return the optimizer
   * @throws IllegalArgumentException if the rate is below 0 or not finite
   */
  public static Adadelta withLearningRate(double learningRate) {
    return new Adadelta(UpdateOptions.of(learningRate), 0.95, 1e-7);
  }

  /**
   * Adadelta with a schedule of learning rates, and otherwise as by default.
   *
   * @param learningRate the rate of each update
   * @return the optimizer
   */
  public static Adadelta withLearningRate(LearningRateSchedule learningRate) {
    return new Adadelta(UpdateOptions.of(learningRate), 0.95, 1e-7);
  }

  /**
   * The same with another ρ.
   *
   * @param share how much of the old means stays in the new, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Adadelta rho(double share) {
    return new Adadelta(options(), share, epsilon);
  }

  /**
   * The same with another ε: 1e-8 in Keras 2. The first steps are about √(ε / (1 − ρ)).
   *
   * @param small what both roots begin with
   * @return the optimizer
   * @throws IllegalArgumentException if it is not above 0
   */
  public Adadelta epsilon(double small) {
    return new Adadelta(options(), rho, small);
  }

  @Override
  protected Adadelta with(UpdateOptions other) {
    return new Adadelta(other, rho, epsilon);
  }

  @Override
  public String name() {
    return "adadelta";
  }

  @Override
  protected List<String> remembered() {
    return MOMENTS;
  }

  @Override
  protected Map<String, Double> numbers() {
    return new Hyperparameters().with("rho", rho).with("epsilon", epsilon).toMap();
  }

  @Override
  public Rule rule() {
    return new Means();
  }

  private final class Means implements Rule {
    private final float keep = (float) rho;
    private final float take = (float) (1 - rho);
    private final float eps = (float) epsilon;
    private float rate;

    @Override
    public void begin(long iteration, double learningRate) {
      rate = (float) learningRate;
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
      float[] v = state[0];
      float[] d = state[1];
      float r = rate;
      float k = keep;
      float t = take;
      float e = eps;
      for (int i = from; i < to; i++) {
        float x = g[i];
        float square = (k * v[i] + t * (x * x) + Tiny.FLUSH_SQUARE) - Tiny.FLUSH_SQUARE;
        float moved = d[i];
        float delta = (float) Math.sqrt((moved + e) / (square + e)) * x;
        v[i] = square;
        d[i] = (k * moved + t * (delta * delta) + Tiny.FLUSH_SQUARE) - Tiny.FLUSH_SQUARE;
        p[i] -= r * delta;
      }
    }

    @Override
    public void applyWithoutGradients(int to, float[] p, float[] zeros, float[][] state) {
      if (leavesZeros()) {
        Tiny.fadeSquares(to, state[0], keep);
        Tiny.fadeSquares(to, state[1], keep);
      } else {
        apply(0, to, p, zeros, state);
      }
    }
  }
}
