package org.synapt.testkit;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.Recurrence.Cell;
import org.synapt.kernel.Recurrence.Option;
import org.synapt.kernel.Recurrent;

/** Recurrent layers of every kind, forward and back. */
final class RecurrentChecks {
  private static final Option[][] KINDS_OF_GRU = {{}, {Option.RESET_AFTER}};
  private static final int STEPS = 5;

  /** How many operands have gradients. */
  private static final int GRADIENTS = 6;

  /** With so many floats of x, few slopes are asked of the reference. */
  private static final int LARGE = 1_000;

  private final Backend backend;
  private final Recurrent kernel;

  private RecurrentChecks(Backend backend, Recurrent kernel) {
    this.backend = backend;
    this.kernel = kernel;
  }

  static Stream<DynamicTest> of(Backend backend, Recurrent kernel) {
    RecurrentChecks checks = new RecurrentChecks(backend, kernel);
    return Stream.of(
        dynamicTest("awkward sizes", checks::sizes),
        dynamicTest("all steps, in either direction", checks::sequences),
        dynamicTest("the cell's state as one more step", checks::cell),
        dynamicTest("without bias", checks::withoutBias),
        dynamicTest("masks that begin, end and go on with 0", checks::masks),
        dynamicTest("a mask of h for each gate", checks::recurrentMasks),
        dynamicTest("states to begin with", checks::states),
        dynamicTest("other functions", checks::functions),
        dynamicTest("many examples, and more units than a block", checks::large),
        dynamicTest("two chunks of a sequence are the sequence", checks::chunks),
        dynamicTest("the same where nothing is saved", checks::nothingSaved),
        dynamicTest("gradients that nobody asks for", checks::someGradients));
  }

  /** What is tried with each cell. */
  private interface Trial {
    void run(Cell cell, Option... options);
  }

  private static void forAllCells(Trial trial, Option... more) {
    trial.run(Cell.SIMPLE_RNN, more);
    trial.run(Cell.LSTM, more);
    for (Option[] kind : KINDS_OF_GRU) {
      Option[] options = Arrays.copyOf(kind, kind.length + more.length);
      System.arraycopy(more, 0, options, kind.length, more.length);
      trial.run(Cell.GRU, options);
    }
  }

  private static RecurrentCase usual(Cell cell, Option... options) {
    return RecurrentCase.of(cell, STEPS, 3, 7, 6, GateCase.USUAL, options);
  }

  private void sizes() {
    int[][] sizes = {{1, 1, 1, 1}, {3, 17, 3, 2}, {4, 3, 17, 3}, {2, 1, 5, 17}, {7, 13, 1, 3}};
    for (int[] s : sizes) {
      forAllCells(
          (cell, options) ->
              check(RecurrentCase.of(cell, s[0], s[1], s[2], s[3], GateCase.USUAL, options)));
    }
  }

  private void sequences() {
    Trial trial = (cell, options) -> check(usual(cell, options));
    forAllCells(trial, Option.SEQUENCES);
    forAllCells(trial, Option.BACKWARD);
    forAllCells(trial, Option.SEQUENCES, Option.BACKWARD);
    forAllCells(trial, Option.SEQUENCES, Option.BACKWARD, Option.ALIGNED);
  }

  private void cell() {
    check(usual(Cell.LSTM, Option.GIVES_CELL));
    check(usual(Cell.LSTM, Option.GIVES_CELL, Option.BACKWARD).withMask().withStates());
    check(usual(Cell.LSTM, Option.GIVES_CELL, Option.SEQUENCES, Option.BACKWARD));
  }

  private void withoutBias() {
    forAllCells((cell, options) -> check(usual(cell, options).withoutBias()));
  }

  private void masks() {
    forAllCells((cell, options) -> check(usual(cell, options).withMask()));
    Trial trial = (cell, options) -> check(usual(cell, options).withMask().withStates());
    forAllCells(trial, Option.SEQUENCES);
    forAllCells(trial, Option.SEQUENCES, Option.BACKWARD);
    forAllCells(trial, Option.BACKWARD, Option.ALIGNED);
  }

  private void recurrentMasks() {
    forAllCells((cell, options) -> check(usual(cell, options).withRecurrentMask()));
    forAllCells(
        (cell, options) ->
            check(usual(cell, options).withRecurrentMask().withMask().withStates().withoutBias()),
        Option.SEQUENCES,
        Option.BACKWARD);
  }

  private void states() {
    forAllCells((cell, options) -> check(usual(cell, options).withStates()));
  }

  private void functions() {
    for (GateCase gates : new GateCase[] {GateCase.STRAIGHT, GateCase.OF_SUMS}) {
      forAllCells(
          (cell, options) -> {
            check(RecurrentCase.of(cell, 4, 3, 5, 3, gates, options));
            check(RecurrentCase.of(cell, 4, 3, 5, 3, gates, options).withMask().withStates());
          },
          Option.SEQUENCES);
    }
  }

  /** As much work as more than one thread shares, and matrices of more than one block. */
  private void large() {
    forAllCells(
        (cell, options) -> {
          check(RecurrentCase.of(cell, 2, 40, 48, 67, GateCase.USUAL, options));
          check(RecurrentCase.of(cell, 2, 33, 207, 3, GateCase.USUAL, options));
          check(RecurrentCase.of(cell, 2, 520, 9, 4, GateCase.USUAL, options).withMask());
        });
  }

  private void chunks() {
    forAllCells(
        (cell, options) -> {
          RecurrentCase whole = usual(cell, options).withStates();
          RecurrentReference reference = new RecurrentReference(whole);
          double[] y = reference.forward();
          RecurrentOperands first = run(whole.chunk(0, 2));
          RecurrentOperands second = new RecurrentOperands(whole.chunk(2, STEPS));
          Memory memory = Memory.of(backend, second.all());
          pass(first.hidden, second.hidden);
          pass(first.cell, second.cell);
          second.forward(kernel);
          memory.check(whole + ", second chunk");
          chunk(whole, 0, first, y);
          chunk(whole, 2, second, y);
          states(whole, second.hidden, reference.hidden);
          states(whole, second.cell, reference.cell);
        },
        Option.SEQUENCES);
  }

  private RecurrentOperands run(RecurrentCase layer) {
    RecurrentOperands operands = new RecurrentOperands(layer);
    Memory memory = Memory.of(backend, operands.all());
    operands.forward(kernel);
    memory.check(layer.toString());
    return operands;
  }

  private static void pass(Slot from, Slot to) {
    to.buffer().put(0, from.floats(), 0, from.before.length);
  }

  private static void chunk(RecurrentCase whole, int from, RecurrentOperands chunk, double... y) {
    int units = whole.recurrence.units();
    int steps = chunk.layer.recurrence.steps();
    double[] some = new double[chunk.layer.results()];
    for (int i = 0; i < some.length; i++) {
      int e = i / units / steps;
      some[i] = y[i + (e * (STEPS - steps) + from) * units];
    }
    expected(some).agreesWith("chunk at " + from + " of " + whole, whole.terms(), chunk.y.floats());
  }

  /** The states in the end; those of examples that there are not stay what they were. */
  private static void states(RecurrentCase whole, Slot slot, double[]... states) {
    int units = whole.recurrence.units();
    if (slot.before.length > 0) {
      double[] all = new double[slot.before.length];
      Arrays.fill(all, -5);
      for (int i = 0; i < whole.batch * units; i++) {
        all[i] = states[i / units][i % units];
      }
      expected(all).agreesWith("states of " + whole, whole.terms(), slot.floats());
    }
  }

  private void nothingSaved() {
    forAllCells(
        (cell, options) -> {
          RecurrentCase layer = usual(cell, options).withMask().withStates();
          RecurrentOperands operands = new RecurrentOperands(layer, 0, new boolean[GRADIENTS]);
          Memory memory = Memory.of(backend, operands.all());
          operands.forward(kernel);
          memory.check(layer.toString());
          expected(new RecurrentReference(layer).forward())
              .agreesWith("y, " + layer, layer.terms(), operands.y.floats());
        });
  }

  private void someGradients() {
    forAllCells(
        (cell, options) -> {
          RecurrentCase layer = usual(cell, options).withStates();
          RecurrentReference reference = new RecurrentReference(layer);
          for (int i = 0; i < GRADIENTS; i++) {
            boolean[] asked = new boolean[GRADIENTS];
            asked[i] = true;
            int saved = layer.batch * layer.recurrence.saved();
            RecurrentOperands operands = new RecurrentOperands(layer, saved, asked);
            Memory memory = Memory.of(backend, operands.all());
            operands.forward(kernel);
            operands.gradient(kernel);
            memory.check(layer + ", gradient " + i);
            gradient(reference, i, operands);
          }
        });
  }

  private void check(RecurrentCase layer) {
    RecurrentOperands operands = new RecurrentOperands(layer);
    Memory memory = Memory.of(backend, operands.all());
    operands.forward(kernel);
    memory.check(layer + ", forward");
    RecurrentReference reference = new RecurrentReference(layer);
    expected(reference.forward()).agreesWith("y, " + layer, layer.terms(), operands.y.floats());
    float[] saved = operands.saved.floats();
    operands.gradient(kernel);
    memory.check(layer + ", gradient");
    Reference.same("saved, " + layer, saved, operands.saved.floats());
    for (int i = 0; i < GRADIENTS; i++) {
      gradient(reference, i, operands);
    }
  }

  /** Every error may be that of the largest element, which may have a part in all of them. */
  private static Reference expected(double... values) {
    double size = 0;
    for (double value : values) {
      size = Math.max(size, Math.abs(value));
    }
    Reference expected = new Reference(values.length);
    for (int i = 0; i < values.length; i++) {
      expected.add(i, values[i], size);
    }
    return expected;
  }

  /** Some elements of a gradient, spread over it; all have to be numbers. */
  private static void gradient(
      RecurrentReference reference, int operand, RecurrentOperands operands) {
    RecurrentCase layer = operands.layer;
    float[] found = operands.gradients[operand].floats();
    int count = Math.min(found.length, layer.x.length > LARGE ? 3 : 12);
    double[] slopes = new double[count];
    float[] some = new float[count];
    for (int i = 0; i < count; i++) {
      int element = (int) ((long) found.length * (2L * i + 1) / (2L * count));
      slopes[i] = reference.slope(operand, element, operands.dy.before);
      some[i] = found[element];
    }
    String what = "gradient " + operand + ", " + layer;
    int terms = layer.terms() + layer.batch * layer.recurrence.steps();
    expected(slopes).agreesWith(what, terms, some);
    for (float f : found) {
      assertWithMessage("%s", what).that(f).isFinite();
    }
  }
}
