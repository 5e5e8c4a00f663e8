package org.synapt.backend.onednn;

import java.util.ArrayList;
import java.util.List;
import org.synapt.backend.java.Workers;

/**
 * A call of a convolution, prepared: the weight as oneDNN wants it, then each part's steps, one
 * after another, then what brings the parts together.
 */
final class ConvolutionCall implements Workers.Task, AutoCloseable {
  private final List<ReorderedWeight> weights;
  private final Runnable[][] parts;
  private final Runnable[] last;
  private final List<Execution> executions;
  private final NativeMemory target;

  private ConvolutionCall(Builder builder) {
    weights = List.copyOf(builder.weights);
    parts = new Runnable[builder.parts.size()][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = builder.parts.get(i).toArray(new Runnable[0]);
    }
    last = builder.last.toArray(new Runnable[0]);
    executions = List.copyOf(builder.executions);
    target = builder.target.memory();
  }

  void run(Workers workers) {
    for (int i = 0; i < weights.size(); i++) {
      weights.get(i).refresh();
    }
    workers.run(parts.length, this);
    for (Runnable step : last) {
      step.run();
    }
    target.touch();
  }

  @Override
  public void run(int part) {
    for (Runnable step : parts[part]) {
      step.run();
    }
  }

  @Override
  public void close() {
    weights.forEach(ReorderedWeight::close);
    executions.forEach(Execution::close);
  }

  /** Collects the steps. */
  static final class Builder {
    private final List<ReorderedWeight> weights = new ArrayList<>();
    private final List<List<Runnable>> parts = new ArrayList<>();
    private final List<Runnable> last = new ArrayList<>();
    private final List<Execution> executions = new ArrayList<>();
    private final NativeBuffer target;

    /** No steps yet of a call that writes somewhere. */
    Builder(NativeBuffer target) {
      this.target = target;
    }

    /** A weight that is brought up to date before all steps. */
    Builder weight(ReorderedWeight weight) {
      weights.add(weight);
      return this;
    }

    /** A part's next step; parts are numbered from 0 without a gap. */
    Builder step(int part, Runnable step) {
      if (part == parts.size()) {
        parts.add(new ArrayList<>());
      }
      parts.get(part).add(step);
      return this;
    }

    /** A part's next step. */
    Builder step(int part, Execution execution) {
      executions.add(execution);
      return step(part, execution::run);
    }

    /** The next step when all parts are done. */
    Builder last(Runnable step) {
      last.add(step);
      return this;
    }

    /** The next step when all parts are done. */
    Builder last(Execution execution) {
      executions.add(execution);
      return last(execution::run);
    }

    ConvolutionCall build() {
      return new ConvolutionCall(this);
    }
  }
}
