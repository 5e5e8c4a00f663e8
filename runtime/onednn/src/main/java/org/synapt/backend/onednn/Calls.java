package org.synapt.backend.onednn;

import java.util.Optional;
import java.util.function.Consumer;
import org.synapt.backend.java.CallKey;
import org.synapt.backend.java.KeptCalls;

/**
 * What a kernel has prepared for the calls it knows, found again by what was asked and of which
 * operands. Say {@link #begin}, then what tells calls apart, then {@link #find}.
 */
final class Calls<T> {
  /** More different calls than a network has: of batches of all sizes, say. */
  private static final int MOST = 512;

  private final CallKey call = new CallKey();
  private final KeptCalls<T> kept;

  /** Calls whose preparation is released where there are too many. */
  Calls(Consumer<T> release) {
    this.kept = new KeptCalls<>(MOST, release);
  }

  /** Begins to describe a call. */
  Calls<T> begin(int kind) {
    call.begin();
    return with(kind);
  }

  /** A number that tells calls apart. */
  Calls<T> with(long number) {
    call.add(number);
    return this;
  }

  /**
   * An operand, or anything else that is told apart by being the same object. What a buffer borrows
   * is the same from loan to loan, if there is as much of it.
   */
  Calls<T> with(Object operand) {
    if (operand instanceof NativeBuffer buffer && buffer.identity() != buffer) {
      call.add(buffer.length());
      call.add(buffer.identity());
    } else {
      call.add(operand);
    }
    return this;
  }

  /** What was kept for the call described, if it is known. */
  Optional<T> find() {
    return kept.find(call);
  }

  /** Keeps what was prepared for the call described. */
  T keep(T prepared) {
    kept.keep(call, prepared);
    return prepared;
  }
}
