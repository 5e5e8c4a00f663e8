package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Update;

/**
 * Hands whole arrays to the rule, a range to each thread; a stretch of squares to each thread.
 *
 * <p>Parameters, gradients and moments are buffers of their own, never slices: a rule indexes all
 * of them alike.
 */
final class JavaUpdate implements Update {
  /** Below this many parameters a second thread does not pay. */
  private static final int PARALLEL = 1 << 16;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final Workers.Task stretch = this::stretch;

  private Rule rule;
  private int from;
  private int to;
  private int parts;
  private float[] parameters;
  private float[] gradients;
  private float[][] state = new float[0][];
  private int[] ends = new int[0];
  private double[] sums = new double[0];

  JavaUpdate(Workers workers) {
    this.workers = workers;
  }

  @Override
  public void apply(
      int from, int to, Rule rule, Buffer parameters, Buffer gradients, Buffer[] state) {
    this.from = from;
    this.to = to;
    this.rule = rule;
    this.parameters = whole(parameters);
    this.gradients = whole(gradients);
    if (this.state.length != state.length) {
      this.state = new float[state.length][];
    }
    for (int i = 0; i < state.length; i++) {
      this.state[i] = whole(state[i]);
    }
    this.parts = to - from < PARALLEL ? 1 : workers.threads();
    workers.run(parts, part);
  }

  private void part(int i) {
    long n = (long) to - from;
    int first = from + (int) (n * i / parts);
    int end = from + (int) (n * (i + 1) / parts);
    rule.apply(first, end, parameters, gradients, state);
  }

  @Override
  public void squares(int[] ends, Buffer x, double[] sums) {
    this.ends = ends;
    this.sums = sums;
    this.gradients = whole(x);
    if (x.length() < PARALLEL) {
      for (int i = 0; i < ends.length; i++) {
        stretch(i);
      }
    } else {
      workers.run(ends.length, stretch);
    }
  }

  private void stretch(int i) {
    sums[i] = Lanes.squares(gradients, i == 0 ? 0 : ends[i - 1], ends[i]);
  }

  private static float[] whole(Buffer buffer) {
    float[] array = ArrayBuffer.array(buffer);
    if (ArrayBuffer.at(buffer) != 0 || buffer.length() != array.length) {
      throw new IllegalArgumentException("a rule needs whole buffers, not slices");
    }
    return array;
  }
}
