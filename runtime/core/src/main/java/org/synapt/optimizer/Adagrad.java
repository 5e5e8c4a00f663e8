package org.synapt.optimizer;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Gives each parameter a rate of its own, by the root of the sum of all its squared gradients.
 *
 * <pre>
 * v ← v + g²
 * p ← p − rate · g / √(initial + v + ε)       as in Keras 3
 * p ← p − rate · g / (√(initial + v) + ε)     as in Keras 2: {@link #epsilonOutsideRoot}
 * </pre>
 *
 * <p>Defaults: those of Keras 3, rate 0.001, an initial accumulator of 0.1, ε 1e-7 inside the root.
 * Keras 2: {@code Adagrad.withLearningRate(0.01).initialAccumulatorValue(0).epsilon(1e-8)
 * .epsilonOutsideRoot()}. Source: Duchi, Hazan and Singer, Adaptive Subgradient Methods for Online
 * Learning and Stochastic Optimization, 2011.
 */
public final class Adagrad extends Descent<Adagrad> {
  private final double initialAccumulatorValue;
  private final double epsilon;
  private final boolean insideRoot;

  private Adagrad(
      UpdateOptions options, double initialAccumulatorValue, double epsilon, boolean insideRoot) {
    super(options);
    this.initialAccumulatorValue =
        Hyperparameters.atLeastZero("initialAccumulatorValue", initialAccumulatorValue);
    this.epsilon = Hyperparameters.aboveZero("epsilon", epsilon);
    this.insideRoot = insideRoot;
  }

  /**
   * Adagrad as Keras 3 has it unless told otherwise.
   *
   * @return the optimizer
   */
  public static Adagrad defaults() {
    return withLearningRate(0.001);
  }

  /**
   * Adagrad with a learning rate, and otherwise as by default.
   *
   * @param learningRate the rate, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if the rate is below 0 or not finite
   */
  public static Adagrad withLearningRate(double learningRate) {
    return new Adagrad(UpdateOptions.of(learningRate), 0.1, 1e-7, true);
  }

  /**
   * Adagrad with a schedule of learning rates, and otherwise as by default.
   *
   * @param learningRate the rate of each update
   * @return the optimizer
   */
  public static Adagrad withLearningRate(LearningRateSchedule learningRate) {
    return new Adagrad(UpdateOptions.of(learningRate), 0.1, 1e-7, true);
  }

  /**
   * The same with sums that begin elsewhere: at 0 in Keras 2. The memory itself begins at 0 all the
   * same.
   *
   * @param sum where all sums of squares begin, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Adagrad initialAccumulatorValue(double sum) {
    return new Adagrad(options(), sum, epsilon, insideRoot);
  }

  /**
   * The same with another ε: 1e-8 in Keras 2.
   *
   * @param small what keeps the divisor above 0
   * @return the optimizer
   * @throws IllegalArgumentException if it is not above 0
   */
  public Adagrad epsilon(double small) {
    return new Adagrad(options(), initialAccumulatorValue, small, insideRoot);
  }

  /**
   * The same with ε added to the root, as in Keras 2, and not to what it is drawn from.
   *
   * @return the optimizer
   */
  public Adagrad epsilonOutsideRoot() {
    return new Adagrad(options(), initialAccumulatorValue, epsilon, false);
  }

  @Override
  protected Adagrad with(UpdateOptions other) {
    return new Adagrad(other, initialAccumulatorValue, epsilon, insideRoot);
  }

  @Override
  public String name() {
    return "adagrad";
  }

  @Override
  protected List<String> remembered() {
    return Collections.singletonList("accumulator");
  }

  @Override
  protected Map<String, Double> numbers() {
    return new Hyperparameters()
        .with("initial_accumulator_value", initialAccumulatorValue)
        .with("epsilon", epsilon)
        .with("epsilon_inside_root", insideRoot)
        .toMap();
  }

  @Override
  public Rule rule() {
    return new Sums();
  }

  private final class Sums implements Rule {
    private final float inside = (float) (initialAccumulatorValue + (insideRoot ? epsilon : 0));
    private final float outside = (float) (insideRoot ? 0 : epsilon);
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
      return Tiny.isFinite(rate) && Math.sqrt(inside) + outside > 0;
    }

    @Override
    public void apply(int from, int to, float[] p, float[] g, float[][] state) {
      float[] v = state[0];
      float r = rate;
      float in = inside;
      float out = outside;
      for (int i = from; i < to; i++) {
        float x = g[i];
        float sum = (v[i] + x * x + Tiny.FLUSH_SQUARE) - Tiny.FLUSH_SQUARE;
        v[i] = sum;
        p[i] -= r * (x / ((float) Math.sqrt(sum + in) + out));
      }
    }

    @Override
    public void applyWithoutGradients(int to, float[] p, float[] zeros, float[][] state) {
      if (leavesZeros()) {
        Tiny.fadeSquares(to, state[0], 1);
      } else {
        apply(0, to, p, zeros, state);
      }
    }
  }
}
