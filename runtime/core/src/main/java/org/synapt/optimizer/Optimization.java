package org.synapt.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Update;

/** An optimizer at work on parameters: what it remembers, and how far it has come. */
public final class Optimization {
  private final Optimizer optimizer;
  private final Optional<LearningRateSchedule> schedule;
  private final double decay;
  private final int accumulationSteps;
  private final Optional<Accumulation> accumulation;
  private final Optional<Clipping> clipping;
  private final Optimizer.Rule rule;
  private final Optional<Averaged> averaged;
  private final Update update;
  private final Buffer gradients;
  private final Buffer[] moments;
  private final Sweep sweep;
  private long iteration;
  private double learningRate;

  /**
   * Begins with moments of 0.
   *
   * @param optimizer the optimizer
   * @param backend where the parameters lie
   * @param parameters read and written by each step; those that are trained come first
   * @param gradients as long as the trained parameters; read by each step, and written where they
   *     are accumulated; a backend may write them where they are clipped
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
    this(optimizer, backend, parameters, gradients, decayed, ends, Collections.emptyList());
  }

  /**
   * Begins with moments of 0, among parameters some of which are tables.
   *
   * @param optimizer the optimizer
   * @param backend where the parameters lie
   * @param parameters as without tables
   * @param gradients as without tables
   * @param decayed as without tables
   * @param ends as without tables
   * @param tables of which rows may wait for their update until somebody looks at them, where the
   *     optimizer and the backend allow it
   * @throws IllegalArgumentException if the backend has no kernel for updates
   */
  public Optimization(
      Optimizer optimizer,
      Backend backend,
      Buffer parameters,
      Buffer gradients,
      int decayed,
      int[] ends,
      List<TableRows> tables) {
    UpdateOptions options = optimizer.options();
    List<String> names = optimizer.moments();
    int average = names.indexOf(UpdateOptions.AVERAGE);
    this.optimizer = optimizer;
    this.schedule = options.schedule();
    this.decay = options.decay();
    this.accumulationSteps = options.accumulationSteps();
    this.accumulation =
        accumulationSteps == 1
            ? Optional.empty()
            : Optional.of(
                new Accumulation(accumulationSteps, names.indexOf(UpdateOptions.ACCUMULATOR)));
    this.clipping = Clipping.of(options, ends.clone());
    this.rule =
        options.surroundTheRule()
            ? new SurroundedRule(optimizer.rule(), options, clipping, decayed, average)
            : optimizer.rule();
    this.averaged = options.averages() ? Optional.of(new Averaged(average)) : Optional.empty();
    this.update = backend.kernel(Update.class).orElseThrow(() -> noUpdate(backend));
    this.gradients = gradients;
    this.moments = new Buffer[names.size()];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = backend.allocateMoments(gradients.length());
    }
    this.sweep = new Sweep(update, parameters, gradients, moments, tables);
    if (!tables.isEmpty() && accumulationSteps == 1 && rule.canWait()) {
      sweep.letWait(backend, new UpdateHistory(optimizer, decayed, average));
    }
    this.learningRate = optimizer.learningRate();
  }

  private static IllegalArgumentException noUpdate(Backend backend) {
    return new IllegalArgumentException(
        "the backend " + backend.device() + " has no [Update], which training needs");
  }

  /**
   * Moves the parameters by the gradients, in one pass, or adds the gradients up where several
   * steps make an update; allocates nothing.
   *
   * @throws IllegalStateException if the parameters have been exchanged for their average, or the
   *     schedule gives a learning rate below 0 or none
   */
  public void step() {
    refuseExchanged("stepping on");
    if (!accumulation.isPresent() || accumulates(accumulation.get())) {
      move(updates());
    }
    iteration++;
  }

  private boolean accumulates(Accumulation sum) {
    boolean last = sum.begin(iteration);
    sweep.all(sum);
    return last;
  }

  private void move(long updates) {
    double rate = learningRate() / (1 + decay * updates);
    if (clipping.isPresent()) {
      clipping.get().measure(update, gradients);
    }
    rule.begin(updates, rate);
    sweep.move(rule, updates, rate, clipping.isPresent() && clipping.get().reachesZeros());
  }

  private long updates() {
    return accumulationSteps == 1 ? iteration : iteration / accumulationSteps;
  }

  /**
   * Ends a training: where the optimizer averages parameters, they become their average, once there
   * has been an update. Steps may follow; they go on from there.
   *
   * @throws IllegalStateException if the parameters have been exchanged for their average
   */
  public void finish() {
    refuseExchanged("ending a training");
    sweep.settle();
    if (averaged.isPresent() && updates() > 0) {
      averaged.get().take();
      sweep.all(averaged.get());
    }
  }

  /**
   * Exchanges the parameters for their average, to evaluate with it; the second call exchanges them
   * back, and has to come before the next step. Nothing happens where nothing is averaged, or there
   * has been no update.
   */
  public void exchangeAverage() {
    if (averaged.isPresent() && updates() > 0) {
      averaged.get().exchange();
      sweep.all(averaged.get());
    }
  }

  private void refuseExchanged(String doing) {
    if (averaged.isPresent() && averaged.get().exchanged()) {
      throw new IllegalStateException(
          "the parameters are exchanged for their average; exchange them back before " + doing);
    }
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
   * How many steps have been done; where gradients are accumulated, several make an update.
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
   * The learning rate now: that of the schedule for the next update if there is one, else that
   * which was set, before any decay of the optimizer's own.
   *
   * @return the rate
   * @throws IllegalStateException if the schedule gives one below 0 or none
   */
  public double learningRate() {
    return schedule.isPresent() ? scheduled(schedule.get(), updates()) : learningRate;
  }

  private static double scheduled(LearningRateSchedule schedule, long updates) {
    double rate = schedule.rate(updates);
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new IllegalStateException(
          "the schedule gives the learning rate " + rate + " for step " + updates);
    }
    return rate;
  }

  /**
   * Sets the learning rate from the next step on.
   *
   * @param rate the rate, 0 or above
   * @throws IllegalArgumentException if it is below 0 or not finite
   * @throws IllegalStateException if the optimizer has a schedule and that gives another rate
   */
  public void learningRate(double rate) {
    Hyperparameters.atLeastZero("the learning rate", rate);
    if (schedule.isPresent() && rate != learningRate()) {
      throw new IllegalStateException(
          "the learning rate cannot be set to "
              + rate
              + ": a schedule gives it, now "
              + learningRate()
              + "; give the optimizer a number instead");
    }
    learningRate = rate;
  }

  /**
   * What the optimizer remembers, by name, each in the order of the trained parameters.
   *
   * @return the memory itself; to be asked for again behind the next step
   * @throws IllegalStateException if the parameters have been exchanged for their average
   */
  public Map<String, Buffer> moments() {
    refuseExchanged("saving or loading a training");
    sweep.settle();
    Map<String, Buffer> named = new LinkedHashMap<>();
    List<String> names = optimizer.moments();
    for (int i = 0; i < moments.length; i++) {
      named.put(names.get(i), moments[i]);
    }
    return Collections.unmodifiableMap(named);
  }
}
