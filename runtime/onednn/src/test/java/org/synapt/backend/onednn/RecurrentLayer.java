package org.synapt.backend.onednn;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.GateFunctions;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrence.Cell;
import org.synapt.kernel.Recurrence.Option;
import org.synapt.kernel.Recurrent;

/** A recurrent layer of a network: its operands, where the kernel finds them again and again. */
final class RecurrentLayer {
  private static final GateFunctions FUNCTIONS =
      new GateFunctions(
          formula("tanh(x)", "x", Functions::tanh),
          formula("1 - square(y)", "y", y -> 1 - y * y),
          formula("sigmoid(x)", "x", Functions::sigmoid),
          formula("y * (1 - y)", "y", y -> y * (1 - y)));

  private final Recurrent kernel;
  private final Recurrence recurrence;
  private final int batch;
  private final Buffer none;
  private final Buffer x;
  private final Buffer weights;
  private final Buffer recurrentWeights;
  private final Buffer bias;
  private final Buffer saved;
  private final Buffer y;
  private final Buffer dy;
  private final Buffer dx;
  private final Buffer dweights;
  private final Buffer drecurrentWeights;
  private final Buffer dbias;

  /** A layer whose operands hold the same floats for the same shape. */
  RecurrentLayer(
      Site site, Recurrent kernel, Cell cell, int batch, int steps, int units, Option... options) {
    this.kernel = kernel;
    this.recurrence = Recurrence.of(cell, steps, 33, units, FUNCTIONS, options);
    this.batch = batch;
    int columns = recurrence.columns();
    int biases = recurrence.has(Option.RESET_AFTER) ? 2 * columns : columns;
    this.none = site.zeros(0);
    this.x = site.copy(Site.normal(batch * steps * 33));
    this.weights = site.copy(small(33 * columns));
    this.recurrentWeights = site.copy(small(units * columns));
    this.bias = site.copy(small(biases));
    this.saved = site.zeros(batch * recurrence.saved());
    this.y = site.zeros(batch * recurrence.given() * units);
    this.dy = site.copy(Site.normal(batch * recurrence.given() * units));
    this.dx = site.zeros(batch * steps * 33);
    this.dweights = site.zeros(33 * columns);
    this.drecurrentWeights = site.zeros(units * columns);
    this.dbias = site.zeros(biases);
  }

  private static float[] small(int count) {
    float[] floats = Site.normal(count);
    for (int i = 0; i < count; i++) {
      floats[i] *= 0.1f;
    }
    return floats;
  }

  /** Other recurrent weights, as after a step of training. */
  void train() {
    recurrentWeights.put(0, Site.normal(7), 0, 7);
  }

  /** Runs it as a network that predicts. */
  float[] predict() {
    kernel.forward(
        recurrence, batch, x, weights, recurrentWeights, bias, none, none, none, none, none, y);
    return Site.floats(y);
  }

  /** Runs it there and back. */
  void step() {
    kernel.forward(
        recurrence, batch, x, weights, recurrentWeights, bias, none, none, none, none, saved, y);
    kernel.gradient(
        recurrence,
        batch,
        x,
        weights,
        recurrentWeights,
        bias,
        none,
        none,
        saved,
        dy,
        dx,
        dweights,
        drecurrentWeights,
        dbias,
        none,
        none);
  }

  /** All results of a step, one behind the other. */
  float[] results() {
    float[] all = {};
    for (Buffer each : new Buffer[] {y, dx, dweights, drecurrentWeights, dbias}) {
      float[] floats = Site.floats(each);
      int at = all.length;
      all = Arrays.copyOf(all, at + floats.length);
      System.arraycopy(floats, 0, all, at, floats.length);
    }
    return all;
  }

  private static Formula formula(String text, String operand, Function function) {
    return new Formula(text, 1, operand) {
      @Override
      public void apply(int n, float[] y, float[][] x) {
        for (int j = 0; j < n; j++) {
          y[j] = function.of(x[0][j]);
        }
      }
    };
  }

  private interface Function {
    float of(float x);
  }
}
