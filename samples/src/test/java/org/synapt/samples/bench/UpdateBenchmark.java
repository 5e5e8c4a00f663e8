package org.synapt.samples.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Update;
import org.synapt.optimizer.Adam;
import org.synapt.optimizer.Optimizer;
import org.synapt.optimizer.RMSprop;
import org.synapt.optimizer.SGD;

/** Optimizers over as many parameters as networks have. */
public class UpdateBenchmark extends KernelState {
  /** That of Pima, of MNIST with dense layers, and of MNIST with convolutions. */
  @Param({"221", "648010", "2784106"})
  public int parameters;

  private Update update;
  private Buffer values;
  private Buffer gradients;
  private Running sgd;
  private Running rmsprop;
  private Running adam;

  @Override
  protected void prepare() {
    update = kernel(Update.class);
    values = numbers(parameters);
    gradients = numbers(parameters);
    sgd = running(SGD.defaults());
    rmsprop = running(RMSprop.defaults());
    adam = running(Adam.defaults());
  }

  private Running running(Optimizer optimizer) {
    Buffer[] state = new Buffer[optimizer.moments().size()];
    for (int i = 0; i < state.length; i++) {
      state[i] = moments(parameters);
    }
    return new Running(optimizer.rule(), state);
  }

  /** SGD without momentum. */
  @Benchmark
  public void sgd() {
    step(sgd);
  }

  /** RMSprop, with one moment. */
  @Benchmark
  public void rmsprop() {
    step(rmsprop);
  }

  /** Adam, with two moments. */
  @Benchmark
  public void adam() {
    step(adam);
  }

  private void step(Running optimizer) {
    optimizer.rule.begin(optimizer.iteration++, 1e-3);
    update.apply(0, parameters, optimizer.rule, values, gradients, optimizer.state);
  }

  /** A rule and what it remembers. */
  private static final class Running {
    final Optimizer.Rule rule;
    final Buffer[] state;
    long iteration;

    Running(Optimizer.Rule rule, Buffer[] state) {
      this.rule = rule;
      this.state = state;
    }
  }
}
