package org.synapt.testkit;

import java.util.Arrays;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrence.Option;

/**
 * A recurrent layer in double precision, example by example and step by step, as its formulas
 * stand; and its gradients as central differences.
 */
final class RecurrentReference {
  /** Operands that have gradients, in the order of {@link #operands}. */
  static final int X = 0;

  static final int KERNEL = 1;
  static final int RECURRENT_KERNEL = 2;
  static final int BIAS = 3;
  static final int HIDDEN = 4;
  static final int CELL = 5;

  private static final double STEP = 1e-5;

  private final RecurrentCase layer;
  private final Recurrence recurrence;
  private final int inputs;
  private final int units;
  private final int columns;
  final double[][] operands;

  /** The states: of the example that is on its way, and in the end of all of them. */
  final double[][] hidden;

  final double[][] cell;

  RecurrentReference(RecurrentCase layer) {
    this.layer = layer;
    recurrence = layer.recurrence;
    inputs = recurrence.inputs();
    units = recurrence.units();
    columns = recurrence.columns();
    hidden = new double[layer.batch][units];
    cell = new double[layer.batch][units];
    operands =
        new double[][] {
          doubles(layer.x),
          doubles(layer.kernel),
          doubles(layer.recurrentKernel),
          doubles(layer.bias),
          doubles(layer.hidden),
          doubles(layer.cell)
        };
  }

  private static double[] doubles(float... floats) {
    double[] doubles = new double[floats.length];
    Arrays.setAll(doubles, i -> floats[i]);
    return doubles;
  }

  /** The derivative of {@code Σ dy · y} by an element of an operand. */
  double slope(int operand, int element, float... dy) {
    double[] values = operands[operand];
    double value = values[element];
    values[element] = value + STEP;
    double above = product(forward(), dy);
    values[element] = value - STEP;
    double below = product(forward(), dy);
    values[element] = value;
    return (above - below) / (2 * STEP);
  }

  private static double product(double[] y, float... dy) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += y[i] * dy[i];
    }
    return sum;
  }

  /** The result. */
  double[] forward() {
    double[] y = new double[layer.results()];
    for (int e = 0; e < layer.batch; e++) {
      hidden[e] = state(HIDDEN, e);
      cell[e] = state(CELL, e);
      int at = e * recurrence.given() * units;
      for (int i = 0; i < recurrence.steps(); i++) {
        boolean backward = recurrence.has(Option.BACKWARD);
        int t = backward ? recurrence.steps() - 1 - i : i;
        if (layer.mask.length == 0 || layer.mask[e * recurrence.steps() + t] != 0) {
          step(e, t);
        }
        int result = recurrence.has(Option.ALIGNED) ? t : i;
        if (recurrence.has(Option.SEQUENCES)) {
          System.arraycopy(hidden[e], 0, y, at + result * units, units);
        }
      }
      if (!recurrence.has(Option.SEQUENCES)) {
        System.arraycopy(hidden[e], 0, y, at, units);
      }
      if (recurrence.has(Option.GIVES_CELL)) {
        System.arraycopy(cell[e], 0, y, at + (recurrence.given() - 1) * units, units);
      }
    }
    return y;
  }

  private double[] state(int operand, int e) {
    double[] states = operands[operand];
    return states.length == 0
        ? new double[units]
        : Arrays.copyOfRange(states, e * units, (e + 1) * units);
  }

  private void step(int e, int t) {
    switch (recurrence.cell()) {
      case SIMPLE_RNN -> hidden[e] = activation(sum(e, t, 0));
      case LSTM -> lstm(e, t);
      case GRU -> gru(e, t);
    }
  }

  private void lstm(int e, int t) {
    double[] i = gate(sum(e, t, 0));
    double[] f = gate(sum(e, t, 1));
    double[] candidate = activation(sum(e, t, 2));
    double[] o = gate(sum(e, t, 3));
    for (int j = 0; j < units; j++) {
      cell[e][j] = f[j] * cell[e][j] + i[j] * candidate[j];
    }
    double[] activated = activation(cell[e].clone());
    for (int j = 0; j < units; j++) {
      hidden[e][j] = o[j] * activated[j];
    }
  }

  private void gru(int e, int t) {
    double[] z = gate(sum(e, t, 0));
    double[] r = gate(sum(e, t, 1));
    double[] h = read(e, 2);
    double[] candidate = ofX(e, t, 2);
    if (recurrence.has(Option.RESET_AFTER)) {
      double[] inner = ofH(h, 2);
      for (int j = 0; j < units; j++) {
        candidate[j] += r[j] * inner[j];
      }
    } else {
      for (int j = 0; j < units; j++) {
        h[j] *= r[j];
      }
      add(candidate, ofH(h, 2));
    }
    activation(candidate);
    for (int j = 0; j < units; j++) {
      hidden[e][j] = z[j] * hidden[e][j] + (1 - z[j]) * candidate[j];
    }
  }

  /** {@code x W + b + h U} of a gate. */
  private double[] sum(int e, int t, int g) {
    double[] sum = ofX(e, t, g);
    add(sum, ofH(read(e, g), g));
    return sum;
  }

  private static void add(double[] x, double... y) {
    for (int j = 0; j < x.length; j++) {
      x[j] += y[j];
    }
  }

  /** h as a gate reads it. */
  private double[] read(int e, int g) {
    double[] h = hidden[e].clone();
    for (int j = 0; j < units && layer.recurrentMask.length > 0; j++) {
      h[j] *= layer.recurrentMask[e * columns + g * units + j];
    }
    return h;
  }

  /** {@code x W + b}. */
  private double[] ofX(int e, int t, int g) {
    double[] sum = new double[units];
    for (int i = 0; i < inputs; i++) {
      double x = operands[X][(e * recurrence.steps() + t) * inputs + i];
      for (int j = 0; j < units; j++) {
        sum[j] += x * operands[KERNEL][i * columns + g * units + j];
      }
    }
    return plusBias(sum, g * units);
  }

  /** {@code h U}, with reset after {@code h U + b'}. */
  private double[] ofH(double[] h, int g) {
    double[] sum = new double[units];
    for (int i = 0; i < units; i++) {
      for (int j = 0; j < units; j++) {
        sum[j] += h[i] * operands[RECURRENT_KERNEL][i * columns + g * units + j];
      }
    }
    return recurrence.has(Option.RESET_AFTER) ? plusBias(sum, columns + g * units) : sum;
  }

  private double[] plusBias(double[] sum, int at) {
    for (int j = 0; j < units && operands[BIAS].length > 0; j++) {
      sum[j] += operands[BIAS][at + j];
    }
    return sum;
  }

  private double[] activation(double[] sums) {
    Arrays.setAll(sums, j -> layer.gates.activation().applyAsDouble(sums[j]));
    return sums;
  }

  private double[] gate(double[] sums) {
    Arrays.setAll(sums, j -> layer.gates.recurrent().applyAsDouble(sums[j]));
    return sums;
  }
}
