package org.synapt.testkit;

import static org.synapt.testkit.Numbers.normal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrence.Cell;
import org.synapt.kernel.Recurrence.Option;

/**
 * A recurrent layer and floats for all that it reads; what is optional is empty until asked for.
 */
final class RecurrentCase {
  final Recurrence recurrence;
  final GateCase gates;
  final int batch;
  final float[] x;
  final float[] kernel;
  final float[] recurrentKernel;
  float[] bias;
  float[] mask = {};
  float[] recurrentMask = {};
  float[] hidden = {};
  float[] cell = {};

  private RecurrentCase(Recurrence recurrence, GateCase gates, int batch, float... x) {
    this.recurrence = recurrence;
    this.gates = gates;
    this.batch = batch;
    this.x = x;
    int columns = recurrence.columns();
    int terms = recurrence.inputs() + recurrence.units();
    kernel = scaled(recurrence.inputs() * columns, 2, terms);
    recurrentKernel = scaled(recurrence.units() * columns, 3, terms);
    bias = scaled(recurrence.has(Option.RESET_AFTER) ? 2 * columns : columns, 4, terms);
  }

  /** With a bias, and nothing else that is optional. */
  static RecurrentCase of(
      Cell cell, int steps, int inputs, int units, int batch, GateCase gates, Option... options) {
    Recurrence recurrence = Recurrence.of(cell, steps, inputs, units, gates.functions(), options);
    return new RecurrentCase(recurrence, gates, batch, normal(batch * steps * inputs, 1));
  }

  /** Some steps of a sequence without masks, as a layer that keeps its states. */
  RecurrentCase chunk(int from, int to) {
    int inputs = recurrence.inputs();
    int floats = (to - from) * inputs;
    float[] some = new float[batch * floats];
    for (int e = 0; e < batch; e++) {
      int at = (e * recurrence.steps() + from) * inputs;
      System.arraycopy(x, at, some, e * floats, floats);
    }
    EnumSet<Option> options = EnumSet.of(Option.STATEFUL);
    options.addAll(recurrence.options());
    Recurrence shorter =
        new Recurrence(
            recurrence.cell(), to - from, inputs, recurrence.units(), gates.functions(), options);
    return new RecurrentCase(shorter, gates, batch, some).withStates();
  }

  /** Sums of so many terms are of the size of 1. */
  private static float[] scaled(int length, int seed, int terms) {
    float[] floats = normal(length, seed);
    for (int i = 0; i < length; i++) {
      floats[i] *= (float) (1 / Math.sqrt(terms));
    }
    return floats;
  }

  RecurrentCase withoutBias() {
    bias = new float[0];
    return this;
  }

  /** Masks that begin, end and go on with 0; the second example has nothing that counts. */
  RecurrentCase withMask() {
    int steps = recurrence.steps();
    mask = new float[batch * steps];
    Arrays.fill(mask, 1f);
    for (int e = 0; e < batch; e++) {
      for (int t = 0; t < steps; t++) {
        boolean out =
            switch (e % 5) {
              case 0 -> t < steps / 3;
              case 1 -> true;
              case 2 -> t >= steps - steps / 2;
              case 3 -> t % 2 == 1;
              default -> false;
            };
        mask[e * steps + t] = out ? 0f : 1f;
      }
    }
    return this;
  }

  /** Masks of dropout: 0, or so much more that the mean is 1. */
  RecurrentCase withRecurrentMask() {
    recurrentMask = normal(batch * recurrence.columns(), 5);
    for (int i = 0; i < recurrentMask.length; i++) {
      recurrentMask[i] = recurrentMask[i] < -0.5f ? 0f : 1.5f;
    }
    return this;
  }

  /** States to begin with; an LSTM has two. */
  RecurrentCase withStates() {
    hidden = normal(batch * recurrence.units(), 6);
    if (recurrence.cell() == Cell.LSTM) {
      cell = normal(batch * recurrence.units(), 7);
    }
    return this;
  }

  /** The floats of the result. */
  int results() {
    return batch * recurrence.given() * recurrence.units();
  }

  /**
   * Terms of the sums behind a result, and some for functions that are near what they stand for.
   */
  int terms() {
    return 64 + recurrence.steps() * (recurrence.inputs() + recurrence.units());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %s, %s examples of %s steps, %s to %s",
        recurrence.cell(),
        recurrence.options(),
        batch,
        recurrence.steps(),
        recurrence.inputs(),
        recurrence.units());
  }
}
