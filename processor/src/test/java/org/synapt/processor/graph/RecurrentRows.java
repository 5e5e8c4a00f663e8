package org.synapt.processor.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.processor.formula.Evaluation;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Recurrent;
import org.synapt.processor.op.Recurrent.Operand;
import org.synapt.processor.op.Recurrent.Option;
import org.synapt.processor.op.Step;
import org.synapt.processor.shape.Shape;

/**
 * Recurrent layers in double precision, example by example and step by step. Their gradients are
 * central differences of the result, so that they say nothing but what the result says.
 */
final class RecurrentRows {
  private static final double H = 1e-5;

  private final Recurrent op;
  private final int batch;
  private final Shape shape;
  private final List<Value> operands;
  private final List<double[]> x;
  private final int u;
  private final int columns;

  private RecurrentRows(Recurrent op, int batch, List<Value> operands, List<double[]> x) {
    this.op = op;
    this.batch = batch;
    this.shape = operands.get(0).shape();
    this.operands = operands;
    this.x = x;
    this.u = op.units();
    this.columns = op.cell().gates() * u;
  }

  /** What an op gives, if it is one of these; what else it writes, it writes in its operands. */
  static Optional<double[]> of(
      Op op, int batch, List<Value> operands, Value result, List<double[]> x) {
    if (op instanceof Recurrent recurrent) {
      RecurrentRows rows = new RecurrentRows(recurrent, batch, operands, x);
      recurrent
          .operand(Operand.SAVED, operands)
          .ifPresent(saved -> rows.save(x.get(operands.indexOf(saved))));
      return Optional.of(rows.forward(recurrent.has(Option.STATEFUL)));
    } else if (op instanceof Recurrent.Gradient gradient) {
      return Optional.of(gradient(gradient, batch, operands, result, x));
    } else if (op instanceof Step step) {
      return Optional.of(step(step.index(), operands.get(0).shape(), x.get(0)));
    } else if (op instanceof Step.Gradient step) {
      return Optional.of(spread(step, x.get(0), batch));
    }
    return Optional.empty();
  }

  /** The states at the beginning, which is all that the gradient needs here. */
  private void save(double[] room) {
    List<double[]> states = states();
    for (int s = 0; s < states.size(); s++) {
      System.arraycopy(states.get(s), 0, room, s * batch * u, batch * u);
    }
  }

  private List<double[]> states() {
    List<double[]> states = new ArrayList<>();
    for (Operand state : List.of(Operand.HIDDEN, Operand.CELL).subList(0, op.cell().states())) {
      states.add(optional(state).orElseGet(() -> new double[batch * u]));
    }
    return states;
  }

  private Optional<double[]> optional(Operand operand) {
    return op.operand(operand, operands).map(value -> x.get(operands.indexOf(value)));
  }

  private double[] required(Operand operand) {
    return optional(operand).orElseThrow();
  }

  private double[] forward(boolean keep) {
    int steps = shape.extent(0);
    int given = (op.has(Option.SEQUENCES) ? steps : 1) + (op.has(Option.GIVES_CELL) ? 1 : 0);
    double[] y = new double[batch * given * u];
    for (int b = 0; b < batch; b++) {
      double[] h = row(states().get(0), b);
      double[] c = op.cell().states() > 1 ? row(states().get(1), b) : new double[u];
      for (int i = 0; i < steps; i++) {
        int t = op.has(Option.BACKWARD) ? steps - 1 - i : i;
        step(b, t, h, c);
        int at = op.has(Option.SEQUENCES) ? op.has(Option.ALIGNED) ? t : i : 0;
        System.arraycopy(h, 0, y, (b * given + at) * u, u);
      }
      if (op.has(Option.GIVES_CELL)) {
        System.arraycopy(c, 0, y, (b * given + given - 1) * u, u);
      }
      if (keep) {
        keep(b, h, c);
      }
    }
    return y;
  }

  private void keep(int b, double[] h, double... c) {
    System.arraycopy(h, 0, required(Operand.HIDDEN), b * u, u);
    optional(Operand.CELL).ifPresent(cell -> System.arraycopy(c, 0, cell, b * u, u));
  }

  private double[] row(double[] all, int b) {
    double[] row = new double[u];
    System.arraycopy(all, b * u, row, 0, u);
    return row;
  }

  /** Moves the states by a step, unless a mask says that it does not count. */
  private void step(int b, int t, double[] h, double... c) {
    int steps = shape.extent(0);
    if (optional(Operand.MASK).map(mask -> mask[b * steps + t] == 0).orElse(false)) {
      return;
    }
    double[] sums = sums(b, t);
    switch (op.cell()) {
      case SIMPLE_RNN -> simple(b, sums, h);
      case LSTM -> lstm(b, sums, h, c);
      case GRU -> gru(b, sums, h);
    }
  }

  /** x · W + b. */
  private double[] sums(int b, int t) {
    int in = shape.last();
    double[] sums = new double[columns];
    for (int j = 0; j < columns; j++) {
      sums[j] = bias(0, j);
      for (int i = 0; i < in; i++) {
        double value = x.get(0)[(b * shape.extent(0) + t) * in + i];
        sums[j] += value * required(Operand.KERNEL)[i * columns + j];
      }
    }
    return sums;
  }

  private double bias(int row, int column) {
    return optional(Operand.BIAS).map(bias -> bias[row * columns + column]).orElse(0.0);
  }

  /** The so-many-th column of h · U, where each gate has a mask of its own. */
  private double recurrent(int b, int column, double... h) {
    double[] ones = new double[batch * columns];
    Arrays.fill(ones, 1);
    double[] mask = optional(Operand.RECURRENT_MASK).orElse(ones);
    double sum = 0;
    for (int i = 0; i < u; i++) {
      double masked = h[i] * mask[b * columns + column / u * u + i];
      sum += masked * required(Operand.RECURRENT_KERNEL)[i * columns + column];
    }
    return sum;
  }

  private void simple(int b, double[] sums, double... h) {
    double[] before = h.clone();
    for (int j = 0; j < u; j++) {
      h[j] = activation(sums[j] + recurrent(b, j, before));
    }
  }

  private void lstm(int b, double[] sums, double[] h, double... c) {
    double[] before = h.clone();
    for (int j = 0; j < u; j++) {
      double i = gate(sums[j] + recurrent(b, j, before));
      double f = gate(sums[u + j] + recurrent(b, u + j, before));
      double g = activation(sums[2 * u + j] + recurrent(b, 2 * u + j, before));
      double o = gate(sums[3 * u + j] + recurrent(b, 3 * u + j, before));
      c[j] = f * c[j] + i * g;
      h[j] = o * activation(c[j]);
    }
  }

  private void gru(int b, double[] sums, double... h) {
    boolean after = op.has(Option.RESET_AFTER);
    double[] before = h.clone();
    double[] z = new double[u];
    double[] r = new double[u];
    double[] reset = new double[u];
    for (int j = 0; j < u; j++) {
      double second = after ? bias(1, j) : 0;
      double third = after ? bias(1, u + j) : 0;
      z[j] = gate(sums[j] + recurrent(b, j, before) + second);
      r[j] = gate(sums[u + j] + recurrent(b, u + j, before) + third);
      reset[j] = r[j] * before[j];
    }
    for (int j = 0; j < u; j++) {
      int column = 2 * u + j;
      double inner =
          after
              ? r[j] * (recurrent(b, column, before) + bias(1, column))
              : recurrent(b, column, reset);
      h[j] = z[j] * before[j] + (1 - z[j]) * activation(sums[column] + inner);
    }
  }

  private double activation(double x) {
    return function(op.gates().activation(), x);
  }

  private double gate(double x) {
    return function(op.gates().recurrent(), x);
  }

  private static double function(Elementwise function, double x) {
    return Evaluation.of(function.expression(), Map.of(function.variables().get(0), x));
  }

  private static double[] gradient(
      Recurrent.Gradient op, int batch, List<Value> operands, Value result, List<double[]> x) {
    List<Operand> given = new ArrayList<>(op.of().given());
    List<Value> values = new ArrayList<>();
    List<double[]> numbers = new ArrayList<>();
    double[] saved = x.get(op.read().indexOf(Operand.SAVED));
    int states = batch * op.of().units();
    for (Operand operand : given) {
      Optional<Value> read = op.operand(operand, operands);
      values.add(read.orElseGet(() -> Value.of(operand.name(), Shape.of(op.of().units()))));
      int at = operand == Operand.CELL ? states : 0;
      numbers.add(
          read.isPresent()
              ? x.get(operands.indexOf(read.get())).clone()
              : Arrays.copyOfRange(saved, at, at + states));
    }
    RecurrentRows rows = new RecurrentRows(op.of(), batch, values, numbers);
    double[] dy = x.get(operands.indexOf(op.dy(operands)));
    double[] first = new double[0];
    for (Operand asked : op.asked()) {
      double[] slopes = rows.slopes(numbers.get(given.indexOf(asked)), dy);
      Value written = op.written(asked, operands, result).orElseThrow();
      if (written.equals(result)) {
        first = slopes;
      } else {
        System.arraycopy(slopes, 0, x.get(operands.indexOf(written)), 0, slopes.length);
      }
    }
    return first;
  }

  /** The slopes of Σ dy · y by each of some numbers. */
  private double[] slopes(double[] numbers, double... dy) {
    double[] slopes = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      double number = numbers[i];
      numbers[i] = number + H;
      double above = dot(forward(false), dy);
      numbers[i] = number - H;
      slopes[i] = (above - dot(forward(false), dy)) / (2 * H);
      numbers[i] = number;
    }
    return slopes;
  }

  private static double dot(double[] a, double... b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] step(int index, Shape from, double... x) {
    int size = (int) from.size();
    int columns = size / from.extent(0);
    int at = (index < 0 ? from.extent(0) + index : index) * columns;
    double[] y = new double[x.length / size * columns];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i / columns * size + at + i % columns];
    }
    return y;
  }

  private static double[] spread(Step.Gradient step, double[] dy, int batch) {
    int columns = dy.length / batch;
    int at = (step.index() < 0 ? step.steps() + step.index() : step.index()) * columns;
    double[] dx = new double[dy.length * step.steps()];
    for (int i = 0; i < dy.length; i++) {
      dx[i / columns * columns * step.steps() + at + i % columns] = dy[i];
    }
    return dx;
  }
}
