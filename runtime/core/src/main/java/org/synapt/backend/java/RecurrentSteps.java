package org.synapt.backend.java;

import java.util.Arrays;

/**
 * One step of each cell, for the examples that it counts for: products and gates in their order.
 */
final class RecurrentSteps {
  private final RecurrentRows rows;
  private final RecurrentCall call;
  private final GatePlanes planes;

  RecurrentSteps(RecurrentRows rows) {
    this.rows = rows;
    this.call = rows.call;
    this.planes = rows.planes;
  }

  /** The states after a step, from those before it. */
  void forward() {
    int n = rows.floats();
    rows.readX();
    if (call.resetAfter) {
      rows.sumsWithResetAfter();
      planes.gruResetAfter(n);
    } else if (call.resetBefore) {
      int last = rows.groups() - 1;
      rows.sums(0, last, planes.h());
      planes.gruGates(n);
      rows.sums(last, last + 1, planes.other());
      planes.gru(n);
    } else {
      rows.sums(0, rows.groups(), planes.h());
      statesOfSums(n);
    }
    rows.save();
  }

  private void statesOfSums(int n) {
    if (call.gates == 1) {
      planes.simple(n);
    } else {
      planes.lstm(n);
    }
  }

  /** The gradients of the states before a step, from those after it. */
  void backward() {
    int n = rows.floats();
    float[] h = planes.h();
    rows.restore();
    switch (call.cell) {
      case SIMPLE_RNN -> {
        planes.simpleBack(n);
        rows.keepSlope(0);
        Arrays.fill(h, 0, n, 0f);
      }
      case LSTM -> {
        planes.lstmBack(n);
        for (int g = 0; g < call.gates; g++) {
          rows.keepSlope(g);
        }
        Arrays.fill(h, 0, n, 0f);
      }
      case GRU -> gruBack(n);
    }
    rows.back(0, call.resetBefore ? rows.groups() - 1 : rows.groups(), h);
    rows.writeDx();
  }

  private void gruBack(int n) {
    rows.restoreState();
    planes.gruCandidateBack(n);
    rows.keepSlope(0);
    rows.keepSlope(2);
    if (call.resetAfter) {
      planes.gruResetAfterBack(n);
      rows.keepInnerSlope();
    } else {
      Arrays.fill(planes.other(), 0, n, 0f);
      rows.back(rows.groups() - 1, rows.groups(), planes.other());
      planes.gruResetBack(n);
    }
    rows.keepSlope(1);
  }
}
