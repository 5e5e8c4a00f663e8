package org.synapt.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Update;

/** An optimizer at work on parameters: what it remembers, and how far it has come. */
public final class Optimization {
  private final Optimizer optimizer;
  private final Optimizer.Rule rule;
  private final Update update;
  private final Buffer parameters;
  private final Buffer gradients;
  private final Buffer[] moments;
  private long iteration;
  private double learningRate;

  /**
   * Begins with moments of 0.
   *
   * @param optimizer the optimizer
   * @param backend where the parameters lie
   * @param parameters read and written by each step; those that are trained come first
   * @param gradients as long as the trained parameters; read by each step
   * @param decayed how many floats, from the first on, weight decay concerns
   * @param ends where each trained parameter ends, the last at the end of the gradients
   * @throws IllegalArgumentException if the backend has no kernel for updates
   */
  public Optimization(
      Optimizer optimizer,
      Backend backend,
      Buffer parameters,
      Buffer gradients,
      int decayed,
      int[] ends) {
    this.optimizer = optimizer;
    this.rule = optimizer.rule();
    this.update = backend.kernel(Update.class).orElseThrow(() -> noUpdate(backend));
    this.parameters = parameters;
    this.gradients = gradients;
    this.moments = new Buffer[optimizer.moments().size()];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = backend.allocate(gradients.length());
    }
    this.learningRate = optimizer.learningRate();
  }

  private static IllegalArgumentException noUpdate(Backend backend) {
    return new IllegalArgumentException(
        "the backend " + backend.device() + " has no [Update], which training needs");
  }

  /** Moves the parameters by the gradients, in one pass; allocates nothing. */
  public void step() {
    rule.begin(iteration, learningRate);
    update.apply(0, gradients.length(), rule, parameters, gradients, moments);
    iteration++;
  }

  /**
   * The optimizer.
   *
   * @return the optimizer
   */
  public Optimizer optimizer() {
    return optimizer;
  }

  /**
   * How many steps have been done.
   *
   * @return the number of steps
   */
  public long iteration() {
    return iteration;
  }

  /**
   * Says how many steps have been done, where a training is taken up again.
   *
   * @param steps the number of steps
   */
  public void iteration(long steps) {
    iteration = steps;
  }

  /**
   * The learning rate now, before any decay of the optimizer's own.
   *
   * @return the rate
   */
  public double learningRate() {
    return learningRate;
  }

  /**
   * Sets the learning rate from the next step on.
   *
   * @param rate the rate, 0 or above
   * @throws IllegalArgumentException if it is below 0 or not finite
   */
  public void learningRate(double rate) {
    learningRate = Hyperparameters.atLeastZero("the learning rate", rate);
  }

  /**
   * What the optimizer remembers, by name, each in the order of the trained parameters.
   *
   * @return the memory itself
   */
  public Map<String, Buffer> moments() {
    Map<String, Buffer> named = new LinkedHashMap<>();
    List<String> names = optimizer.moments();
    for (int i = 0; i < moments.length; i++) {
      named.put(names.get(i), moments[i]);
    }
    return Collections.unmodifiableMap(named);
  }
}
