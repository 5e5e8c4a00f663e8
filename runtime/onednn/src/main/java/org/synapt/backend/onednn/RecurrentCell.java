package org.synapt.backend.onednn;

import org.synapt.backend.java.GatePlanes;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrence.Option;

/**
 * What a step does between its products. Where it has two products, one behind the other, it has
 * two stages: each begins with a product on the way there, and ends with one on the way back.
 */
enum RecurrentCell {
  /** One gate. */
  SIMPLE {
    @Override
    void forward(int stage, GatePlanes gates, int n) {
      gates.simple(n);
    }

    @Override
    void backward(int stage, GatePlanes gates, int n) {
      gates.simpleBack(n);
    }
  },

  /** Gates, and a state that they work on. */
  LSTM {
    @Override
    void forward(int stage, GatePlanes gates, int n) {
      gates.lstm(n);
    }

    @Override
    void backward(int stage, GatePlanes gates, int n) {
      gates.lstmBack(n);
    }
  },

  /** The candidate's product is of {@code r · h}, which the product of the others gives. */
  RESET_BEFORE {
    @Override
    void forward(int stage, GatePlanes gates, int n) {
      if (stage == 0) {
        gates.gruGates(n);
      } else {
        gates.gru(n);
      }
    }

    @Override
    void backward(int stage, GatePlanes gates, int n) {
      if (stage == 0) {
        gates.gruCandidateBack(n);
      } else {
        gates.gruResetBack(n);
      }
    }
  },

  /** What the state adds to the candidate's sum is kept apart, for r works on it. */
  RESET_AFTER {
    @Override
    void forward(int stage, GatePlanes gates, int n) {
      gates.gruResetAfter(n);
    }

    @Override
    void backward(int stage, GatePlanes gates, int n) {
      gates.gruCandidateBack(n);
      gates.gruResetAfterBack(n);
    }
  };

  /** The cell of a recurrence. */
  static RecurrentCell of(Recurrence recurrence) {
    return switch (recurrence.cell()) {
      case SIMPLE_RNN -> SIMPLE;
      case LSTM -> LSTM;
      case GRU -> recurrence.has(Option.RESET_AFTER) ? RESET_AFTER : RESET_BEFORE;
    };
  }

  /** From sums to states. */
  abstract void forward(int stage, GatePlanes gates, int n);

  /** From the gradients of states to those of sums. */
  abstract void backward(int stage, GatePlanes gates, int n);

  /** How many products a step has, one behind the other. */
  int stages() {
    return this == RESET_BEFORE ? 2 : 1;
  }

  /** Whether the state h goes on past the products, and its gradient comes back so. */
  boolean carries() {
    return this == RESET_BEFORE || this == RESET_AFTER;
  }
}
