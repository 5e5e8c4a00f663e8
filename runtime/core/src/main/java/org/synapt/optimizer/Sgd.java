package org.synapt.optimizer;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Stochastic gradient descent, with momentum, Nesterov's too, and decay.
 *
 * <pre>
 * rate = learningRate / (1 + decay · iteration)
 * p ← p − rate · g                                     without momentum
 * v ← momentum · v − rate · g,   p ← p + v             with it
 * v ← momentum · v − rate · g,   p ← p + momentum · v − rate · g     Nesterov's
 * </pre>
 *
 * <p>Defaults: rate 0.01, no momentum, no decay. Source: Keras 2.0.0, {@code SGD}; Nesterov's as
 * Sutskever et al., On the Importance of Initialization and Momentum in Deep Learning, 2013.
 */
public final class Sgd implements Optimizer {
  private final double learningRate;
  private final double momentum;
  private final double decay;
  private final boolean nesterov;

  private Sgd(double learningRate, double momentum, double decay, boolean nesterov) {
    this.learningRate = Hyperparameters.atLeastZero("learningRate", learningRate);
    this.momentum = Hyperparameters.belowOne("momentum", momentum);
    this.decay = Hyperparameters.atLeastZero("decay", decay);
    this.nesterov = nesterov;
  }

  /**
   * Descent as Keras does it unless told otherwise: a rate of 0.01 and nothing else.
   *
   * @return the optimizer
   */
  public static Sgd defaults() {
    return withLearningRate(0.01);
  }

  /**
   * Descent with a learning rate and without momentum or decay.
   *
   * @param learningRate the rate, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if the rate is below 0 or not finite
   */
  public static Sgd withLearningRate(double learningRate) {
    return new Sgd(learningRate, 0, 0, false);
  }

  /**
   * The same with momentum.
   *
   * @param share how much of the last update goes into the next, at least 0 and below 1
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Sgd momentum(double share) {
    return new Sgd(learningRate, share, decay, nesterov);
  }

  /**
   * The same with a rate that falls: {@code learningRate / (1 + decay · iteration)}.
   *
   * @param perStep the decay, 0 or above
   * @return the optimizer
   * @throws IllegalArgumentException if it is out of range
   */
  public Sgd decay(double perStep) {
    return new Sgd(learningRate, momentum, perStep, nesterov);
  }

  /**
   * The same with Nesterov's momentum, which looks where the momentum leads first.
   *
   * @return the optimizer
   */
  public Sgd nesterov() {
    return new Sgd(learningRate, momentum, decay, true);
  }

  @Override
  public String name() {
    return "sgd";
  }

  @Override
  public double learningRate() {
    return learningRate;
  }

  @Override
  public List<String> moments() {
    return momentum == 0 ? Collections.emptyList() : Collections.singletonList("v");
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return new Hyperparameters()
        .with("lr", learningRate)
        .with("momentum", momentum)
        .with("decay", decay)
        .with("nesterov", nesterov ? 1 : 0)
        .toMap();
  }

  @Override
  public Rule rule() {
    return momentum == 0 ? new Plain() : nesterov ? new Nesterov() : new Momentum();
  }

  @Override
  public String toString() {
    return name() + hyperparameters();
  }

  /** A step's rate, shared by the three rules. */
  private abstract class Descent implements Rule {
    protected float rate;
    protected final float share = (float) momentum;

    @Override
    public final void begin(long iteration, double now) {
      rate = (float) (now / (1 + decay * iteration));
    }
  }

  private final class Plain extends Descent {
    @Override
    public void apply(int from, int to, float[] p, float[] g, float[][] state) {
      float r = rate;
      for (int i = from; i < to; i++) {
        p[i] -= r * g[i];
      }
    }
  }

  private final class Momentum extends Descent {
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
  }

  private final class Nesterov extends Descent {
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
  }
}
