package org.synapt.optimizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Steps by the gradient over the root of the mean of its squares.
 *
 * <pre>
 * v ← ρ · v + (1 − ρ) · g²
 * step = rate · g / (√v + ε)       as in Keras 2
 * step = rate · g / √(v + ε)       as in Keras 3: {@link #epsilonInsideRoot}
 * p ← p − step                             without momentum
 * b ← momentum · b + step,   p ← p − b     with it
 * </pre>
 *
 * <p>Centered, v − mean² takes the place of v in the second and third line, with {@code mean ← ρ ·
 * mean + (1 − ρ) · g}.
 *
 * <p>Defaults: rate 0.001, ρ 0.9, no momentum, not centered, and ε 1e-8 outside the root as in
 * Keras 2. Keras 3: {@code RMSprop.defaults().epsilon(1e-7).epsilonInsideRoot()}. Source: Tieleman
 * and Hinton, Lecture 6.5 of Neural Networks for Machine Learning, 2012; centered as Graves,
 * Generating Sequences with Recurrent Neural Networks, 2013, equations 38 to 41.
 */
public final class RMSprop extends Descent<RMSprop> {
  private final double rho;
  private final double momentum;
  private final double epsilon;
  private final boolean insideRoot;
  private final boolean centered;

  private RMSprop(
      UpdateOptions options,
      double rho,
      double momentum,
      double epsilon,
      boolean insideRoot,
      boolean centered) {
    super(options);
    this.rho = Hyperparameters.belowOne("rho", rho);
    this.momentum = Hyperparameters.belowOne("momentum", momentum);
    this.epsilon = Hyperparameters.aboveZero("epsilon", epsilon);
    this.insideRoot = insideRoot;
    this.centered = centered;
  }

  /**
   * RMSprop as Keras 2 has it unless told otherwise.
   *
   * @return the optimizer
   */
  public static RMSprop defaults() {
    return withLearningRate(0.001);
  }

  /**
   * RMSprop with a learning rate, and otherwise as by default.
   *
   * @param learningRate the rate, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if the rate is below 0 or not finite
   */
  public static RMSprop withLearningRate(double learningRate) {
    return new RMSprop(UpdateOptions.of(learningRate), 0.9, 0, 1e-8, false, false);
  }

  /**
   * RMSprop with a schedule of learning rates, and otherwise as by default.
   *
   * @param learningRate the rate of each update
   * @return the optimizer
   */
  public static RMSprop withLearningRate(LearningRateSchedule learningRate) {
    return new RMSprop(UpdateOptions.of(learningRate), 0.9, 0, 1e-8, false, false);
  }

  /**
   * The same with another ρ.
   *
   * @param share how much of the old mean of squares stays in the new, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public RMSprop rho(double share) {
    return new RMSprop(options(), share, momentum, epsilon, insideRoot, centered);
  }

  /**
   * The same with momentum, which Keras 2 does not have here.
   *
   * @param share how much of the last update goes into the next, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public RMSprop momentum(double share) {
    return new RMSprop(options(), rho, share, epsilon, insideRoot, centered);
  }

  /**
   * The same with another ε: 1e-7 in Keras 3.
   *
   * @param small what keeps the divisor above 0
   * @return the optimizer
   * @throws IllegalArgumentException if it is not above 0
   */
  public RMSprop epsilon(double small) {
    return new RMSprop(options(), rho, momentum, small, insideRoot, centered);
  }

  /**
   * The same with ε added to what the root is drawn from, as in Keras 3, and not to the root.
   *
   * @return the optimizer
   */
  public RMSprop epsilonInsideRoot() {
    return new RMSprop(options(), rho, momentum, epsilon, true, centered);
  }

  /**
   * The same by the variance of the gradient, which Keras 2 does not have. A gradient that stays
   * the same has none: {@link #epsilonInsideRoot} keeps such steps small.
   *
   * @return the optimizer
   */
  public RMSprop centered() {
    return new RMSprop(options(), rho, momentum, epsilon, insideRoot, true);
  }

  @Override
  protected RMSprop with(UpdateOptions other) {
    return new RMSprop(other, rho, momentum, epsilon, insideRoot, centered);
  }

  @Override
  public String name() {
    return "rmsprop";
  }

  @Override
  protected List<String> remembered() {
    List<String> names = new ArrayList<>();
    names.add("v");
    if (centered) {
      names.add("mean");
    }
    if (momentum > 0) {
      names.add("momentum");
    }
    return Collections.unmodifiableList(names);
  }

  @Override
  protected Map<String, Double> numbers() {
    return new Hyperparameters()
        .with("rho", rho)
        .with("momentum", momentum)
        .with("epsilon", epsilon)
        .with("epsilon_inside_root", insideRoot)
        .with("centered", centered)
        .toMap();
  }

  @Override
  public Rule rule() {
    return new Squares();
  }

  private final class Squares implements Rule {
    private final float keep = (float) rho;
    private final float take = (float) (1 - rho);
    private final float share = (float) momentum;
    private final float inside = (float) (insideRoot ? epsilon : 0);
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
      if (centered && momentum > 0) {
        centeredWithMomentum(from, to, p, g, state[0], state[1], state[2]);
      } else if (centered) {
        centered(from, to, p, g, state[0], state[1]);
      } else if (momentum > 0) {
        withMomentum(from, to, p, g, state[0], state[1]);
      } else {
        plain(from, to, p, g, state[0]);
      }
    }

    @Override
    public void applyWithoutGradients(int to, float[] p, float[] zeros, float[][] state) {
      if (!leavesZeros()) {
        apply(0, to, p, zeros, state);
        return;
      }
      Tiny.fadeSquares(to, state[0], keep);
      if (centered) {
        Tiny.fade(to, state[1], keep);
      }
      if (momentum > 0) {
        float[] b = state[centered ? 2 : 1];
        Tiny.fade(to, b, share);
        for (int i = 0; i < to; i++) {
          p[i] -= b[i];
        }
      }
    }

    private void plain(int from, int to, float[] p, float[] g, float[] v) {
      float r = rate;
      float k = keep;
      float t = take;
      float in = inside;
      float out = outside;
      for (int i = from; i < to; i++) {
        float x = g[i];
        float square = (k * v[i] + t * (x * x) + Tiny.FLUSH_SQUARE) - Tiny.FLUSH_SQUARE;
        v[i] = square;
        p[i] -= r * (x / ((float) Math.sqrt(square + in) + out));
      }
    }

    private void withMomentum(int from, int to, float[] p, float[] g, float[] v, float[] b) {
      float r = rate;
      float k = keep;
      float t = take;
      float m = share;
      float in = inside;
      float out = outside;
      for (int i = from; i < to; i++) {
        float x = g[i];
        float square = (k * v[i] + t * (x * x) + Tiny.FLUSH_SQUARE) - Tiny.FLUSH_SQUARE;
        float step = r * (x / ((float) Math.sqrt(square + in) + out));
        float velocity = (m * b[i] + step + Tiny.FLUSH) - Tiny.FLUSH;
        v[i] = square;
        b[i] = velocity;
        p[i] -= velocity;
      }
    }

    private void centered(int from, int to, float[] p, float[] g, float[] v, float[] mean) {
      float r = rate;
      float k = keep;
      float t = take;
      float in = inside;
      float out = outside;
      for (int i = from; i < to; i++) {
        float x = g[i];
        float square = (k * v[i] + t * (x * x) + Tiny.FLUSH_SQUARE) - Tiny.FLUSH_SQUARE;
        float middle = (k * mean[i] + t * x + Tiny.FLUSH) - Tiny.FLUSH;
        // Rounding alone can make a variance negative.
        float variance = Math.max(square - middle * middle, 0f);
        v[i] = square;
        mean[i] = middle;
        p[i] -= r * (x / ((float) Math.sqrt(variance + in) + out));
      }
    }

    private void centeredWithMomentum(
        int from, int to, float[] p, float[] g, float[] v, float[] mean, float[] b) {
      float r = rate;
      float k = keep;
      float t = take;
      float m = share;
      float in = inside;
      float out = outside;
      for (int i = from; i < to; i++) {
        float x = g[i];
        float square = (k * v[i] + t * (x * x) + Tiny.FLUSH_SQUARE) - Tiny.FLUSH_SQUARE;
        float middle = (k * mean[i] + t * x + Tiny.FLUSH) - Tiny.FLUSH;
        float variance = Math.max(square - middle * middle, 0f);
        float step = r * (x / ((float) Math.sqrt(variance + in) + out));
        float velocity = (m * b[i] + step + Tiny.FLUSH) - Tiny.FLUSH;
        v[i] = square;
        mean[i] = middle;
        b[i] = velocity;
      }
      // Apart from the loop above, which has as many operations as HotSpot vectorises.
      for (int i = from; i < to; i++) {
        p[i] -= b[i];
      }
    }
  }
}
