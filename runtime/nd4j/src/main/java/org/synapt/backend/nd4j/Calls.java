package org.synapt.backend.nd4j;

import java.util.Optional;
import java.util.function.Consumer;
import org.synapt.backend.java.CallKey;
import org.synapt.backend.java.KeptCalls;

/**
 * What a kernel has prepared for the calls it knows, found again by what was asked and of which
 * floats. Say {@link #begin}, then what tells calls apart, then {@link #find}.
 *
 * @param <T> what is prepared
 */
final class Calls<T> {
  /** More different calls than a network has: of batches of many sizes, say. */
  private static final int MOST = 512;

  /** Calls on floats of others: few, so that those others' arrays do not stay in memory. */
  private static final int MOST_BORROWED = 8;

  private final CallKey call = new CallKey();
  private final KeptCalls<T> own;
  private final KeptCalls<T> borrowed;
  private KeptCalls<T> kept;

  /** Calls whose preparation is released where there are too many. */
  Calls(Consumer<T> release) {
    own = new KeptCalls<>(MOST, release);
    borrowed = new KeptCalls<>(MOST_BORROWED, release);
    kept = own;
  }

  /** Begins to describe a call. */
  Calls<T> begin(long kind) {
    call.begin();
    kept = own;
    return with(kind);
  }

  /** A number that tells calls apart. */
  Calls<T> with(long number) {
    call.add(number);
    return this;
  }

  /** The floats that a buffer stands for at present. */
  Calls<T> with(Nd4jBuffer buffer) {
    call.add(buffer.floats());
    kept = buffer.borrows() ? borrowed : kept;
    return with(buffer.at());
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
