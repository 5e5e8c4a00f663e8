package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;

/**
 * The examples that a step counts for, on one thread: what is read and written for them, and the
 * products of a step.
 */
final class RecurrentRows {
  /** Slopes at a step: of the gates, and with reset after one more. */
  private static final int MOST_SLOPES = 4;

  final RecurrentCall call;
  final GatePlanes planes = new GatePlanes();
  private final RecurrentWeights weights;
  private final PanelRows sums = new PanelRows();

  /** For each example, the number of its step among all. */
  private int[] row = {};

  private float[] x = {};
  private float[] masked = {};
  private float[] back = {};

  /** The slopes of an example side by side. */
  private float[] slopes = {};

  private float[] dx = {};
  private boolean hasDx;
  private int count;
  private int units;

  RecurrentRows(RecurrentCall call, RecurrentWeights weights) {
    this.call = call;
    this.weights = weights;
  }

  /** Makes room for as many examples as there may be. */
  void prepare(int examples) {
    units = call.units;
    row = row.length < examples ? new int[examples] : row;
    planes.prepare(call.functions, examples * units);
    x = RecurrentCall.fitting(x, examples * call.inputs);
    dx = RecurrentCall.fitting(dx, examples * call.inputs);
    masked = RecurrentCall.fitting(masked, examples * units);
    back = RecurrentCall.fitting(back, examples * Math.max(units, call.inputs));
    slopes = RecurrentCall.fitting(slopes, examples * MOST_SLOPES * units);
  }

  int count() {
    return count;
  }

  /** The floats of a plane. */
  int floats() {
    return count * units;
  }

  /** Begins a step without examples. */
  void clear() {
    count = 0;
    hasDx = false;
  }

  /** Adds an example, whose step has this number among all. */
  void add(int number, float[] states, float[] cells, int at) {
    System.arraycopy(states, at, planes.h(), count * units, units);
    System.arraycopy(cells, at, planes.c(), count * units, units);
    row[count] = number;
    count++;
  }

  /** Copies rows {@code from[at + number · width]}. */
  private void read(Buffer from, int at, int width, float[] to) {
    for (int i = 0; i < count; i++) {
      from.get(at + row[i] * width, to, i * units, units);
    }
  }

  /** Copies to rows {@code to[at + number · width]}. */
  private void write(Buffer to, int at, int width, float[] from) {
    for (int i = 0; i < count; i++) {
      to.put(at + row[i] * width, from, i * units, units);
    }
  }

  /** Copies x at the step. */
  void readX() {
    for (int i = 0; i < count; i++) {
      call.x.get(row[i] * call.inputs, x, i * call.inputs, call.inputs);
    }
  }

  /** {@code x W + b + h U} of some groups of gates, with h as each reads it. */
  void sums(int first, int end, float[] h) {
    for (int group = first; group < end; group++) {
      begin(group, weights.biases());
      weights.inputs(group).addTo(sums, x, 0, call.inputs, count);
      weights.units(group).addTo(sums, masked(weights.from(group), h), 0, units, count);
      for (int g = weights.from(group); g < weights.to(group); g++) {
        split(group, g, planes.gate(g));
      }
    }
  }

  /**
   * The same where a reset gate comes between: the candidate has {@code x W + b}, other the rest.
   */
  void sumsWithResetAfter() {
    int candidate = call.gates - 1;
    for (int group = 0; group < weights.groups(); group++) {
      begin(group, weights.biases());
      weights.inputs(group).addTo(sums, x, 0, call.inputs, count);
      for (int g = weights.from(group); g < weights.to(group); g++) {
        split(group, g, planes.gate(g));
      }
      begin(group, weights.innerBiases());
      float[] h = masked(weights.from(group), planes.h());
      weights.units(group).addTo(sums, h, 0, units, count);
      for (int g = weights.from(group); g < weights.to(group); g++) {
        split(group, g, planes.other());
        if (g < candidate) {
          GateLoops.add(floats(), planes.gate(g), planes.other());
        }
      }
    }
  }

  /** Sums begin with the bias. */
  private void begin(int group, float[] biases) {
    int from = weights.from(group) * units;
    int columns = weights.to(group) * units - from;
    sums.prepare(count, columns);
    for (int i = 0; i < count; i++) {
      System.arraycopy(biases, from, sums.sums[i], 0, columns);
      Arrays.fill(sums.sums[i], columns, sums.width, 0f);
    }
  }

  /** Copies the sums of a gate. */
  private void split(int group, int g, float[] to) {
    int at = (g - weights.from(group)) * units;
    for (int i = 0; i < count; i++) {
      System.arraycopy(sums.sums[i], at, to, i * units, units);
    }
  }

  /** h as a gate reads it. */
  private float[] masked(int g, float[] h) {
    if (!call.masksGates()) {
      return h;
    }
    readMask(g);
    GateLoops.multiply(floats(), masked, h);
    return masked;
  }

  private void readMask(int g) {
    int at = Math.min(g, call.gates - 1) * units;
    for (int i = 0; i < count; i++) {
      int example = row[i] / call.steps;
      call.recurrentMask.get(example * call.columns + at, masked, i * units, units);
    }
  }

  /** Saves what the way back needs. */
  void save() {
    if (call.saved.length() == 0) {
      return;
    }
    for (int g = 0; g < call.gates; g++) {
      write(call.saved, g * units, call.columns, planes.gate(g));
      if (call.needsSums) {
        write(call.saved, call.sumsAt() + g * units, call.columns, planes.sum(g));
      }
    }
    if (call.savesOther()) {
      write(call.saved, call.otherAt(), units, planes.other());
    }
  }

  /** Reads it again. */
  void restore() {
    for (int g = 0; g < call.gates; g++) {
      read(call.saved, g * units, call.columns, planes.gate(g));
      if (call.needsSums) {
        read(call.saved, call.sumsAt() + g * units, call.columns, planes.sum(g));
      }
    }
    if (call.savesOther()) {
      read(call.saved, call.otherAt(), units, planes.other());
    }
  }

  /** Reads the state before the step, to where an LSTM has its second. */
  void restoreState() {
    read(call.saved, call.beforeAt(), units, planes.c());
  }

  /** Writes the slope of a gate, and keeps it for the products. */
  void keepSlope(int g) {
    write(call.slopes, g * units, call.columns, planes.slope(g));
    place(g);
  }

  /** With reset after, writes the slope of what r multiplies, and keeps it. */
  void keepInnerSlope() {
    write(call.innerSlopes, 0, units, planes.slope(MOST_SLOPES - 1));
    place(MOST_SLOPES - 1);
  }

  private void place(int g) {
    float[] slope = planes.slope(g);
    int width = width();
    for (int i = 0; i < count; i++) {
      System.arraycopy(slope, i * units, slopes, i * width + g * units, units);
    }
  }

  private int width() {
    return (call.resetAfter ? MOST_SLOPES : call.gates) * units;
  }

  /**
   * {@code dh = dh + slopes · Uᵀ}, of some groups, and dx likewise; with masks group by group, for
   * each has its own.
   */
  void back(int first, int end, float[] dh) {
    int step = call.masksGates() ? 1 : end - first;
    for (int group = first; group < end; group += step) {
      sums.prepare(count, units + (call.stepsGiveDx ? call.inputs : 0));
      sums.clear(count);
      for (int g = group; g < group + step; g++) {
        weights.units(g).addTo(sums, slopes, weights.from(g) * units, width(), count);
      }
      backToH(group, dh);
      if (call.stepsGiveDx) {
        backToX();
      }
    }
  }

  private void backToH(int group, float[] dh) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(sums.sums[i], 0, back, i * units, units);
    }
    if (call.masksGates()) {
      readMask(weights.from(group));
      GateLoops.multiply(floats(), back, masked);
    }
    GateLoops.add(floats(), dh, back);
  }

  private void backToX() {
    int inputs = call.inputs;
    float[] to = hasDx ? back : dx;
    for (int i = 0; i < count; i++) {
      System.arraycopy(sums.sums[i], units, to, i * inputs, inputs);
    }
    if (hasDx) {
      GateLoops.add(count * inputs, dx, back);
    }
    hasDx = true;
  }

  /** Writes dx of the step, where it has one. */
  void writeDx() {
    if (hasDx) {
      for (int i = 0; i < count; i++) {
        call.dx.put(row[i] * call.inputs, dx, i * call.inputs, call.inputs);
      }
    }
  }

  /** How many groups of gates there are. */
  int groups() {
    return weights.groups();
  }
}
