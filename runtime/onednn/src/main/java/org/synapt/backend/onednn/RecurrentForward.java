package org.synapt.backend.onednn;

import java.util.Arrays;
import java.util.Optional;
import org.synapt.backend.java.Parts;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrence.Option;

/** The steps of a recurrent layer for some examples, on one thread. */
final class RecurrentForward implements AutoCloseable {
  private final RecurrentCell cell;
  private final boolean keepsOther;
  private final int first;
  private final int rows;
  private final int count;
  private final int columns;
  private final int units;
  private final RecurrentPlanes[] blocks;
  private final NativeMemory state;

  /** What the candidate's product multiplies, where that is not the state. */
  private final NativeMemory factor;

  private final NativeMemory sums;

  /** What the state adds to the sums, where that is kept apart. */
  private final NativeMemory apart;

  private final StepProduct[] products;

  private RecurrentForward(
      Engine engine,
      int part,
      Recurrence recurrence,
      int first,
      int rows,
      Matrix weights,
      Optional<Matrix> bias) {
    this.units = recurrence.units();
    this.cell = RecurrentCell.of(recurrence);
    this.keepsOther = RecurrentCall.keepsOther(recurrence);
    this.first = first;
    this.rows = rows;
    this.count = recurrence.cell().gates();
    this.columns = recurrence.columns();
    this.blocks = RecurrentPlanes.divide(rows, units, count);
    this.state = new NativeMemory(engine.ledger(), rows * units);
    this.factor = new NativeMemory(engine.ledger(), cell.stages() > 1 ? rows * units : 0);
    this.sums = new NativeMemory(engine.ledger(), rows * columns);
    this.apart =
        new NativeMemory(engine.ledger(), cell == RecurrentCell.RESET_AFTER ? rows * columns : 0);
    this.products = products(engine, part, weights, bias);
  }

  /** Prepares parts that have as many examples each as can be. */
  static RecurrentForward[] parts(
      Engine engine,
      int count,
      Recurrence recurrence,
      int batch,
      Buffer recurrentKernel,
      Buffer bias) {
    int columns = recurrence.columns();
    Matrix weights = Matrix.rowMajor(NativeBuffer.of(recurrentKernel), recurrence.units(), columns);
    Optional<Matrix> second =
        bias.length() > columns
            ? Optional.of(
                Matrix.rowMajor(NativeBuffer.of(bias), 2, columns).block(1, 1, 0, columns))
            : Optional.empty();
    RecurrentForward[] parts = new RecurrentForward[count];
    for (int i = 0; i < count; i++) {
      int from = Parts.begin(batch, i, count);
      int rows = Parts.begin(batch, i + 1, count) - from;
      parts[i] = new RecurrentForward(engine, i, recurrence, from, rows, weights, second);
    }
    return parts;
  }

  private StepProduct[] products(Engine engine, int part, Matrix weights, Optional<Matrix> bias) {
    Matrix h = Matrix.rowMajor(state, 0, rows, units);
    Matrix s = Matrix.rowMajor(sums, 0, rows, columns);
    int before = columns - units;
    return switch (cell) {
      case SIMPLE, LSTM -> new StepProduct[] {StepProduct.adding(engine, part, h, weights, s)};
      case RESET_BEFORE ->
          new StepProduct[] {
            StepProduct.adding(
                engine, part, h, weights.block(0, units, 0, before), s.block(0, rows, 0, before)),
            StepProduct.adding(
                engine,
                part,
                Matrix.rowMajor(factor, 0, rows, units),
                weights.block(0, units, before, units),
                s.block(0, rows, before, units))
          };
      case RESET_AFTER ->
          new StepProduct[] {
            StepProduct.of(
                engine,
                part,
                h,
                weights,
                Matrix.rowMajor(apart, 0, rows, columns),
                bias.isPresent() ? new Ending(Epilogue.BIAS, bias) : Ending.NONE)
          };
    };
  }

  /** Runs all steps. */
  void run(RecurrentCall call) {
    for (StepProduct product : products) {
      product.refresh();
    }
    for (RecurrentPlanes p : blocks) {
      begin(call, p);
    }
    for (int step = 0; step < call.steps(); step++) {
      for (int row = 0; row < rows; row++) {
        sums.write(row * columns, call.shared(), call.sumsAt(first + row, step), columns);
      }
      for (int stage = 0; stage < products.length; stage++) {
        products[stage].run();
        for (RecurrentPlanes p : blocks) {
          step(call, step, stage, p);
        }
      }
    }
    for (RecurrentPlanes p : blocks) {
      end(call, p);
    }
  }

  private void begin(RecurrentCall call, RecurrentPlanes p) {
    p.prepare(call);
    begin(call.hidden, p, p.gates.h());
    begin(call.cell, p, p.gates.c());
    p.write(p.gates.h(), state);
  }

  private void begin(Buffer before, RecurrentPlanes p, float[] plane) {
    if (before.length() == 0) {
      Arrays.fill(plane, 0, p.floats(), 0f);
    } else {
      before.get(first * units + p.at(), plane, 0, p.floats());
    }
  }

  private void step(RecurrentCall call, int step, int stage, RecurrentPlanes p) {
    boolean last = stage + 1 == products.length;
    if (stage == 0) {
      found(call, step, p);
    }
    int to = last ? count : count - 1;
    for (int gate = stage == 0 ? 0 : count - 1; gate < to; gate++) {
      p.readBeside(sums, gate, p.gates.gate(gate));
    }
    if (cell == RecurrentCell.RESET_AFTER) {
      readApart(p);
    }
    cell.forward(stage, p.gates, p.floats());
    if (last) {
      give(call, step, p);
    } else {
      p.write(p.gates.other(), factor);
    }
  }

  /** Of the state's share, that of the candidate stays apart. */
  private void readApart(RecurrentPlanes p) {
    for (int gate = 0; gate < count - 1; gate++) {
      p.readBeside(apart, gate, p.work);
      RecurrentPlanes.add(p.floats(), p.work, p.gates.gate(gate));
    }
    p.readBeside(apart, count - 1, p.gates.other());
  }

  /** Keeps the states that a step found. */
  private void found(RecurrentCall call, int step, RecurrentPlanes p) {
    if (call.mask.length() > 0) {
      System.arraycopy(p.gates.h(), 0, p.held, 0, p.floats());
      System.arraycopy(p.gates.c(), 0, p.heldCell, 0, p.floats());
    }
    for (int row = p.first(); row < p.end() && call.saved.length() > 0; row++) {
      p.writeRow(row, p.gates.h(), call.saved, call.stateAt(first + row, step));
    }
  }

  private void give(RecurrentCall call, int step, RecurrentPlanes p) {
    if (call.saved.length() > 0) {
      int at = p.save(call, call.planesAt(first + p.first(), p.rows(), step));
      if (keepsOther) {
        p.save(p.gates.other(), call, at);
      }
    }
    if (call.mask.length() > 0) {
      hold(call, step, p);
    }
    p.write(p.gates.h(), state);
    for (int row = p.first(); row < p.end() && call.givesSequences(); row++) {
      p.writeRow(row, p.gates.h(), call.y, call.resultAt(first + row, step));
    }
  }

  /** Where a step does not count, the states stay. */
  private void hold(RecurrentCall call, int step, RecurrentPlanes p) {
    for (int row = p.first(); row < p.end(); row++) {
      if (!p.counts(call, first + row, step)) {
        p.copyRow(row, p.held, p.gates.h());
        p.copyRow(row, p.heldCell, p.gates.c());
      }
    }
  }

  private void end(RecurrentCall call, RecurrentPlanes p) {
    boolean givesCell = call.has(Option.GIVES_CELL);
    for (int row = p.first(); row < p.end(); row++) {
      if (!call.givesSequences()) {
        p.writeRow(row, p.gates.h(), call.y, call.lastAt(first + row));
      }
      if (givesCell) {
        p.writeRow(row, p.gates.c(), call.y, call.cellAt(first + row));
      }
    }
    if (call.has(Option.STATEFUL)) {
      keep(p.gates.h(), call.hidden, p);
      keep(p.gates.c(), call.cell, p);
    }
  }

  private void keep(float[] plane, Buffer states, RecurrentPlanes p) {
    if (states.length() > 0) {
      NativeBuffer.of(states).write(first * units + p.at(), plane, 0, p.floats());
    }
  }

  @Override
  public void close() {
    for (StepProduct product : products) {
      product.close();
    }
  }
}
