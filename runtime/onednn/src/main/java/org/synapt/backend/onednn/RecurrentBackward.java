package org.synapt.backend.onednn;

import java.util.Arrays;
import org.synapt.backend.java.GatePlanes;
import org.synapt.backend.java.Parts;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrence.Option;

/** The way back through the steps of a recurrent layer for some examples, on one thread. */
final class RecurrentBackward implements AutoCloseable {
  /** The slope of what a GRU's state adds to the candidate's sum, behind those of its gates. */
  private static final int APART = 3;

  private final RecurrentCell cell;
  private final boolean keepsOther;
  private final int first;
  private final int rows;
  private final int units;
  private final int count;
  private final int columns;
  private final RecurrentPlanes[] blocks;

  /** The gradients of what the state adds to a step's sums. */
  private final NativeMemory dsums;

  private final NativeMemory dstate;
  private final NativeMemory dfactor;
  private final StepProduct[] products;

  private RecurrentBackward(
      Engine engine, int part, Recurrence recurrence, int first, int rows, Matrix weights) {
    this.cell = RecurrentCell.of(recurrence);
    this.keepsOther = RecurrentCall.keepsOther(recurrence);
    this.first = first;
    this.rows = rows;
    this.units = recurrence.units();
    this.count = recurrence.cell().gates();
    this.columns = recurrence.columns();
    this.blocks = RecurrentPlanes.divide(rows, units, count);
    this.dsums = new NativeMemory(engine.ledger(), rows * columns);
    this.dstate = new NativeMemory(engine.ledger(), rows * units);
    this.dfactor = new NativeMemory(engine.ledger(), cell.stages() > 1 ? rows * units : 0);
    this.products = products(engine, part, weights);
  }

  /** Prepares parts that have as many examples each as can be. */
  static RecurrentBackward[] parts(
      Engine engine, int count, Recurrence recurrence, int batch, Buffer recurrentKernel) {
    Matrix weights =
        Matrix.rowMajor(NativeBuffer.of(recurrentKernel), recurrence.units(), recurrence.columns());
    RecurrentBackward[] parts = new RecurrentBackward[count];
    for (int i = 0; i < count; i++) {
      int from = Parts.begin(batch, i, count);
      int rows = Parts.begin(batch, i + 1, count) - from;
      parts[i] = new RecurrentBackward(engine, i, recurrence, from, rows, weights);
    }
    return parts;
  }

  private StepProduct[] products(Engine engine, int part, Matrix weights) {
    Matrix ds = Matrix.rowMajor(dsums, 0, rows, columns);
    Matrix dh = Matrix.rowMajor(dstate, 0, rows, units);
    int before = columns - units;
    return cell.stages() == 1
        ? new StepProduct[] {product(engine, part, ds, weights, dh)}
        : new StepProduct[] {
          product(
              engine,
              part,
              ds.block(0, rows, before, units),
              weights.block(0, units, before, units),
              Matrix.rowMajor(dfactor, 0, rows, units)),
          product(
              engine, part, ds.block(0, rows, 0, before), weights.block(0, units, 0, before), dh)
        };
  }

  private static StepProduct product(
      Engine engine, int part, Matrix ds, Matrix weights, Matrix result) {
    return StepProduct.of(engine, part, ds, weights.transposed(), result, Ending.NONE);
  }

  /** Goes back through all steps. */
  void run(RecurrentCall call) {
    for (StepProduct product : products) {
      product.refresh();
    }
    for (RecurrentPlanes p : blocks) {
      begin(call, p);
    }
    for (int step = call.steps() - 1; step >= 0; step--) {
      for (int stage = 0; stage < products.length; stage++) {
        for (RecurrentPlanes p : blocks) {
          step(call, step, stage, p);
        }
        products[stage].run();
      }
      for (RecurrentPlanes p : blocks) {
        receive(call, p);
      }
    }
    for (RecurrentPlanes p : blocks) {
      end(call, p);
    }
  }

  /** What comes back through the last states. */
  private void begin(RecurrentCall call, RecurrentPlanes p) {
    p.prepare(call);
    Arrays.fill(p.gates.h(), 0, p.floats(), 0f);
    Arrays.fill(p.heldCell, 0f);
    for (float[] plane : p.bias) {
      Arrays.fill(plane, 0f);
    }
    boolean givesCell = call.has(Option.GIVES_CELL);
    for (int row = p.first(); row < p.end(); row++) {
      if (!call.givesSequences()) {
        p.readRow(row, call.dy, call.lastAt(first + row), p.gates.h());
      }
      if (givesCell) {
        p.readRow(row, call.dy, call.cellAt(first + row), p.heldCell);
      }
    }
    if (!cell.carries()) {
      System.arraycopy(p.heldCell, 0, p.gates.c(), 0, p.floats());
    }
  }

  private void step(RecurrentCall call, int step, int stage, RecurrentPlanes p) {
    boolean last = stage + 1 == products.length;
    if (stage == 0) {
      take(call, step, p);
    } else {
      p.read(dfactor, p.gates.other());
    }
    cell.backward(stage, p.gates, p.floats());
    if (call.mask.length() > 0) {
      hold(call, step, p);
    }
    if (last) {
      give(call, step, p);
    } else {
      p.writeBeside(p.gates.slope(count - 1), dsums, count - 1);
    }
  }

  /** Takes what a step saved, and what comes back through its own result. */
  private void take(RecurrentCall call, int step, RecurrentPlanes p) {
    int at = p.load(call, call.planesAt(first + p.first(), p.rows(), step));
    if (keepsOther) {
      p.load(p.gates.other(), call, at);
    }
    for (int row = p.first(); row < p.end(); row++) {
      if (cell.carries()) {
        p.readRow(row, call.saved, call.stateAt(first + row, step), p.gates.c());
      }
      if (cell.stages() > 1) {
        p.writeRow(row, p.gates.other(), call.shared(), call.factorAt(first + row, step));
      }
      if (call.givesSequences()) {
        p.readRow(row, call.dy, call.resultAt(first + row, step), p.work);
      }
    }
    if (call.givesSequences()) {
      RecurrentPlanes.add(p.floats(), p.work, p.gates.h());
    }
    if (call.mask.length() > 0) {
      System.arraycopy(p.gates.h(), 0, p.held, 0, p.floats());
      System.arraycopy(p.gates.c(), 0, p.heldCell, 0, p.floats());
    }
  }

  /** Where a step does not count, gradients go to the states before it as they came. */
  private void hold(RecurrentCall call, int step, RecurrentPlanes p) {
    for (int row = p.first(); row < p.end(); row++) {
      if (!p.counts(call, first + row, step)) {
        for (int gate = 0; gate <= APART; gate++) {
          p.clearRow(row, p.gates.slope(gate));
        }
        p.copyRow(row, p.heldCell, p.gates.c());
        p.copyRow(row, p.held, p.gates.h());
      } else if (!cell.carries()) {
        p.clearRow(row, p.gates.h());
      }
    }
  }

  /** Hands the gradients of a step's sums to the products, this step's and those of all steps. */
  private void give(RecurrentCall call, int step, RecurrentPlanes p) {
    GatePlanes gates = p.gates;
    boolean apart = cell == RecurrentCell.RESET_AFTER;
    for (int gate = 0; gate < count; gate++) {
      p.writeBeside(gates.slope(apart && gate == count - 1 ? APART : gate), dsums, gate);
    }
    for (int row = p.first(); row < p.end(); row++) {
      int to = call.sumsAt(first + row, step);
      call.shared().write(to, dsums, row * columns, columns);
      if (apart) {
        call.shared().write(call.apartAt(first + row, step), dsums, row * columns, columns);
        p.writeRow(row, gates.slope(count - 1), call.shared(), to + columns - units);
      }
    }
    for (int gate = 0; gate < (apart ? count + 1 : count) && call.dbias.length() > 0; gate++) {
      RecurrentPlanes.add(p.floats(), gates.slope(gate), p.bias[gate]);
    }
  }

  /** The gradient of the states before the step. */
  private void receive(RecurrentCall call, RecurrentPlanes p) {
    if (cell.carries() || call.mask.length() > 0) {
      p.read(dstate, p.work);
      RecurrentPlanes.add(p.floats(), p.work, p.gates.h());
    } else {
      p.read(dstate, p.gates.h());
    }
  }

  private void end(RecurrentCall call, RecurrentPlanes p) {
    for (int row = p.first(); row < p.end() && call.dbias.length() > 0; row++) {
      int at = call.biasAt(first + row);
      for (int gate = 0; gate <= count; gate++) {
        p.writeRow(row, p.bias[gate], call.shared(), at + gate * units);
      }
    }
    keep(p.gates.h(), call.dhidden, p);
    keep(p.gates.c(), call.dcell, p);
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
