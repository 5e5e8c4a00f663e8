package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Recurrence.Cell;
import org.synapt.kernel.Reduce;

/** What a recurrent layer computes for all steps at once, on all threads. */
final class RecurrentProducts {
  private final RecurrentCall call;
  private final Multiplication multiplication;
  private final Product product;
  private final Reduce reduce;

  /** h as a gate with a mask reads it. */
  private float[] read = {};

  private float[] factor = {};
  private ArrayBuffer totals = Stage.none();

  RecurrentProducts(RecurrentCall call, Workers workers) {
    this.call = call;
    this.multiplication = new Multiplication(workers);
    this.product = multiplication.product;
    this.reduce = new JavaReduce(workers);
  }

  /** {@code dx = ds · Wᵀ}, with ds the gradient of the sums. */
  void dx() {
    if (call.dx.length() > 0 && !call.stepsGiveDx) {
      int inputs = call.recurrence.inputs();
      product.setSizes(call.rows(), call.columns, inputs, /* addToC= */ false);
      product.setA(ArrayBuffer.array(call.slopes), 0, call.columns, 1);
      product.setB(ArrayBuffer.array(call.kernel), ArrayBuffer.at(call.kernel), 1, call.columns);
      product.setC(ArrayBuffer.array(call.dx), ArrayBuffer.at(call.dx), inputs, 1);
      multiplication.run();
    }
  }

  /** {@code dW = xᵀ · ds}. */
  void dkernel(Buffer dkernel) {
    if (dkernel.length() > 0) {
      int inputs = call.recurrence.inputs();
      product.setSizes(inputs, call.rows(), call.columns, /* addToC= */ false);
      product.setA(ArrayBuffer.array(call.x), ArrayBuffer.at(call.x), 1, inputs);
      product.setB(ArrayBuffer.array(call.slopes), 0, call.columns, 1);
      product.setC(ArrayBuffer.array(dkernel), ArrayBuffer.at(dkernel), call.columns, 1);
      multiplication.run();
    }
  }

  /** {@code dU = hᵀ · ds}, with h as each gate read it. */
  void drecurrentKernel(Buffer drecurrentKernel) {
    if (drecurrentKernel.length() > 0) {
      int step = call.masksGates() ? 1 : call.cell == Cell.GRU ? 2 : call.gates;
      for (int gate = 0; gate < call.gates; gate += step) {
        gates(gate, Math.min(call.gates, gate + step), drecurrentKernel);
      }
    }
  }

  private void gates(int from, int to, Buffer drecurrentKernel) {
    int units = call.units;
    boolean inner = call.resetAfter && to == call.gates;
    boolean reset = call.resetBefore && to == call.gates;
    product.setSizes(units, call.rows(), (to - from) * units, /* addToC= */ false);
    if (call.masksGates()) {
      read(from, reset);
      product.setA(read, 0, 1, units);
    } else {
      int at = ArrayBuffer.at(call.saved) + (reset ? call.otherAt() : call.beforeAt());
      product.setA(ArrayBuffer.array(call.saved), at, 1, units);
    }
    if (inner) {
      product.setB(ArrayBuffer.array(call.innerSlopes), 0, units, 1);
    } else {
      product.setB(ArrayBuffer.array(call.slopes), from * units, call.columns, 1);
    }
    int at = ArrayBuffer.at(drecurrentKernel) + from * units;
    product.setC(ArrayBuffer.array(drecurrentKernel), at, call.columns, 1);
    multiplication.run();
  }

  /** h as a gate with a mask reads it, for all steps. */
  private void read(int gate, boolean reset) {
    int units = call.units;
    int floats = call.rows() * units;
    read = RecurrentCall.fitting(read, floats);
    factor = RecurrentCall.fitting(factor, floats);
    call.saved.get(reset ? call.otherAt() : call.beforeAt(), read, 0, floats);
    for (int i = 0; i < call.rows(); i++) {
      int at = i / call.steps * call.columns + gate * units;
      call.recurrentMask.get(at, factor, i * units, units);
    }
    GateLoops.multiply(floats, read, factor);
  }

  /** {@code db = Σ ds}. */
  void dbias(Buffer dbias) {
    if (dbias.length() > 0) {
      int columns = call.columns;
      if (totals.length() < columns) {
        totals = new ArrayBuffer(new float[columns], 0, columns);
      }
      float[] sums = ArrayBuffer.array(totals);
      reduce.sum(1, call.rows(), columns, call.slopes, totals);
      dbias.put(0, sums, 0, columns);
      if (call.resetAfter) {
        dbias.put(columns, sums, 0, 2 * call.units);
        reduce.sum(1, call.rows(), call.units, call.innerSlopes, totals);
        dbias.put(columns + 2 * call.units, sums, 0, call.units);
      }
    }
  }
}
