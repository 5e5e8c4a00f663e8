package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;

/** Takes some examples through all steps, or their gradients back, on one thread. */
final class RecurrentWalk {
  private final RecurrentCall call;
  private final RecurrentRows rows;
  private final RecurrentSteps steps;

  /** The states of all its examples, or their gradients: [examples, u]. */
  private float[] states = {};

  private float[] cells = {};
  private float[] given = {};
  private float[] zeros = {};
  private float[] mask = {};

  /** The examples that a step counts for. */
  private int[] chosen = {};

  private int first;
  private int examples;
  private int units;

  RecurrentWalk(RecurrentCall call, RecurrentWeights weights) {
    this.call = call;
    this.rows = new RecurrentRows(call, weights);
    this.steps = new RecurrentSteps(rows);
  }

  /** Takes examples from {@code first} on through all steps. */
  void forward(int first, int examples) {
    begin(first, examples);
    take(call.hidden, states);
    take(call.carry, cells);
    for (int i = 0; i < call.steps; i++) {
      int t = call.position(i);
      keepStates(t);
      choose(t);
      if (rows.count() > 0) {
        steps.forward();
        putBack();
      }
      if (call.sequences) {
        give(call.result(t), states);
      }
    }
    end();
  }

  private void end() {
    if (!call.sequences) {
      give(0, states);
    }
    if (call.givesCell) {
      give(call.given - 1, cells);
    }
    if (call.stateful) {
      put(call.hidden, states);
      put(call.carry, cells);
    }
  }

  /** Takes the gradients of examples from {@code first} on back through all steps. */
  void backward(int first, int examples) {
    begin(first, examples);
    Arrays.fill(states, 0, examples * units, 0f);
    Arrays.fill(cells, 0, examples * units, 0f);
    if (!call.sequences) {
      receive(0, states);
    }
    if (call.givesCell) {
      receive(call.given - 1, cells);
    }
    for (int i = call.steps - 1; i >= 0; i--) {
      int t = call.position(i);
      if (call.sequences) {
        receive(call.result(t), given);
        GateLoops.add(examples * units, states, given);
      }
      choose(t);
      clearOthers(t);
      if (rows.count() > 0) {
        steps.backward();
        putBack();
      }
    }
    put(call.hidden, states);
    put(call.carry, cells);
  }

  private void begin(int first, int examples) {
    this.first = first;
    this.examples = examples;
    units = call.units;
    rows.prepare(examples);
    states = RecurrentCall.fitting(states, examples * units);
    cells = RecurrentCall.fitting(cells, examples * units);
    given = RecurrentCall.fitting(given, examples * units);
    zeros = RecurrentCall.fitting(zeros, Math.max(call.columns, call.inputs));
    chosen = chosen.length < examples ? new int[examples] : chosen;
    if (call.mask.length() > 0) {
      mask = RecurrentCall.fitting(mask, examples * call.steps);
      call.mask.get(first * call.steps, mask, 0, examples * call.steps);
    }
  }

  private void take(Buffer from, float[] to) {
    if (from.length() > 0) {
      from.get(first * units, to, 0, examples * units);
    } else {
      Arrays.fill(to, 0, examples * units, 0f);
    }
  }

  private void put(Buffer to, float[] from) {
    if (to.length() > 0) {
      to.put(first * units, from, 0, examples * units);
    }
  }

  /** Copies the states to a step of the result. */
  private void give(int step, float[] from) {
    for (int e = 0; e < examples; e++) {
      call.y.put(((first + e) * call.given + step) * units, from, e * units, units);
    }
  }

  /** Copies a step of the result's gradient. */
  private void receive(int step, float[] to) {
    for (int e = 0; e < examples; e++) {
      call.y.get(((first + e) * call.given + step) * units, to, e * units, units);
    }
  }

  /**
   * Saves the states before a step, those that it does not count for as well: U's gradient is a
   * product of all of them, and of gradients that are 0.
   */
  private void keepStates(int t) {
    if (call.saved.length() == 0) {
      return;
    }
    for (int e = 0; e < examples; e++) {
      int row = (first + e) * call.steps + t;
      call.saved.put(call.beforeAt() + row * units, states, e * units, units);
      if (call.resetBefore && !counts(e, t)) {
        call.saved.put(call.otherAt() + row * units, zeros, 0, units);
      }
    }
  }

  private boolean counts(int example, int t) {
    return call.mask.length() == 0 || mask[example * call.steps + t] != 0f;
  }

  /** Gathers the states of the examples that step t counts for. */
  private void choose(int t) {
    rows.clear();
    for (int e = 0; e < examples; e++) {
      if (counts(e, t)) {
        chosen[rows.count()] = e;
        rows.add((first + e) * call.steps + t, states, cells, e * units);
      }
    }
  }

  /** Copies the states of those examples back. */
  private void putBack() {
    for (int i = 0; i < rows.count(); i++) {
      System.arraycopy(rows.planes.h(), i * units, states, chosen[i] * units, units);
      System.arraycopy(rows.planes.c(), i * units, cells, chosen[i] * units, units);
    }
  }

  /** The gradients of sums and of x are 0 where a step does not count. */
  private void clearOthers(int t) {
    if (rows.count() == examples) {
      return;
    }
    for (int e = 0; e < examples; e++) {
      if (!counts(e, t)) {
        int row = (first + e) * call.steps + t;
        call.slopes.put(row * call.columns, zeros, 0, call.columns);
        if (call.resetAfter) {
          call.innerSlopes.put(row * units, zeros, 0, units);
        }
        if (call.stepsGiveDx) {
          call.dx.put(row * call.inputs, zeros, 0, call.inputs);
        }
      }
    }
  }
}
