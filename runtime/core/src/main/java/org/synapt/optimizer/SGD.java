package org.synapt.optimizer;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Stochastic gradient descent, with momentum, Nesterov's too.
 *
 * <pre>
 * p ← p − rate · g                                     without momentum
 * v ← momentum · v − rate · g,   p ← p + v             with it
 * v ← momentum · v − rate · g,   p ← p + momentum · v − rate · g     Nesterov's
 * </pre>
 *
 * <p>Defaults: rate 0.01, no momentum. Source: Keras 2.0.0, {@code SGD}; Nesterov's as Sutskever et
 * al., On the Importance of Initialization and Momentum in Deep Learning, 2013.
 */
public final class SGD extends Descent<SGD> {
  private final double momentum;
  private final boolean nesterov;

  private SGD(UpdateOptions options, double momentum, boolean nesterov) {
    super(options);
    this.momentum = Hyperparameters.belowOne("momentum", momentum);
    this.nesterov = nesterov;
  }

  /**
   * Descent as Keras does it unless told otherwise: a rate of 0.01 and nothing else.
   *
   * @return the optimizer
   */
  public static SGD defaults() {
    return withLearningRate(0.01);
  }

  /**
   * Descent with a learning rate and without momentum.
   *
   * @param learningRate the rate, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if the rate is below 0 or not finite
   */
  public static SGD withLearningRate(double learningRate) {
    return new SGD(UpdateOptions.of(learningRate), 0, false);
  }

  /**
   * Descent with a schedule of learning rates and without momentum.
   *
   * @param learningRate the rate of each update
   * @return the optimizer
   */
  public static SGD withLearningRate(LearningRateSchedule learningRate) {
    return new SGD(UpdateOptions.of(learningRate), 0, false);
  }

  /**
   * The same with momentum.
   *
   * @param share how much of the last update goes into the next, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public SGD momentum(double share) {
    return new SGD(options(), share, nesterov);
  }

  /**
   * The same with Nesterov's momentum, which looks where the momentum leads first.
   *
   * @return the optimizer
   */
  public SGD nesterov() {
    return new SGD(options(), momentum, true);
  }

  @Override
  protected SGD with(UpdateOptions other) {
    return new SGD(other, momentum, nesterov);
  }

  @Override
  public String name() {
    return "sgd";
  }

  @Override
  protected List<String> remembered() {
    return momentum == 0 ? Collections.emptyList() : Collections.singletonList("v");
  }

  @Override
  protected Map<String, Double> numbers() {
    return new Hyperparameters().with("momentum", momentum).with("nesterov", nesterov).toMap();
  }

  @Override
  public Rule rule() {
    return momentum == 0 ? new Plain() : nesterov ? new Nesterov() : new Momentum();
  }

  /** A step's rate, shared by the three rules. */
  private abstract class Descending implements Rule {
    protected float rate;
    protected final float share = (float) momentum;

    @Override
    public final void begin(long iteration, double learningRate) {
      rate = (float) learningRate;
    }

    @Override
    public final boolean canWait() {
      return true;
    }

    @Override
    public final boolean leavesZeros() {
      return Tiny.isFinite(rate);
    }
  }

  private final class Plain extends Descending {
    @Override
    public void apply(int from, int to, float[] p, float[] g, float[][] state) {
      float r = rate;
      for (int i = from; i < to; i++) {
        p[i] -= r * g[i];
      }
    }

    @Override
    public void applyWithoutGradients(int to, float[] p, float[] zeros, float[][] state) {
      if (!leavesZeros()) {
        apply(0, to, p, zeros, state);
      }
    }
  }

  private final class Momentum extends Descending {
    @Override
    public void apply(int from, int to, float[] p, float[] g, float[][] state) {
      float r = rate;
      float m = share;
      float[] v = state[0];
      for (int i = from; i < to; i++) {
        float velocity = (m * v[i] - r * g[i] + Tiny.FLUSH) - Tiny.FLUSH;
        v[i] = velocity;
        p[i] += velocity;
      }
    }

    @Override
    public void applyWithoutGradients(int to, float[] p, float[] zeros, float[][] state) {
      if (leavesZeros()) {
        fade(to, p, state[0], share);
      } else {
        apply(0, to, p, zeros, state);
      }
    }

    private static void fade(int to, float[] p, float[] v, float m) {
      for (int i = 0; i < to; i++) {
        float velocity = (m * v[i] + Tiny.FLUSH) - Tiny.FLUSH;
        v[i] = velocity;
        p[i] += velocity;
      }
    }
  }

  private final class Nesterov extends Descending {
    @Override
    public void apply(int from, int to, float[] p, float[] g, float[][] state) {
      float r = rate;
      float m = share;
      float[] v = state[0];
      for (int i = from; i < to; i++) {
        float step = r * g[i];
        float velocity = (m * v[i] - step + Tiny.FLUSH) - Tiny.FLUSH;
        v[i] = velocity;
        p[i] += m * velocity - step;
      }
    }

    @Override
    public void applyWithoutGradients(int to, float[] p, float[] zeros, float[][] state) {
      if (leavesZeros()) {
        fade(to, p, state[0], share);
      } else {
        apply(0, to, p, zeros, state);
      }
    }

    private static void fade(int to, float[] p, float[] v, float m) {
      for (int i = 0; i < to; i++) {
        float velocity = (m * v[i] + Tiny.FLUSH) - Tiny.FLUSH;
        v[i] = velocity;
        p[i] += m * velocity;
      }
    }
  }
}
