package org.synapt.backend.onednn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a kernel has prepared for the calls it knows, found again by what was asked and of which
 * operands; allocates nothing for a call it knows.
 *
 * <p>A pass calls its kernels in the same order step after step, so the call after the last one
 * found is tried first. Say {@link #begin}, then what tells calls apart, then {@link #find}.
 */
final class Calls<T> {
  /** More different calls than a network has: of batches of all sizes, say. */
  private static final int MOST = 512;

  private final Consumer<T> release;
  private final List<Call<T>> known = new ArrayList<>();
  private long[] numbers = new long[16];
  private Object[] operands = new Object[8];
  private int numberCount;
  private int operandCount;
  private int next;

  /** Calls whose preparation is released where there are too many. */
  Calls(Consumer<T> release) {
    this.release = release;
  }

  /** Begins to describe a call. */
  Calls<T> begin(int kind) {
    numberCount = 0;
    operandCount = 0;
    return with(kind);
  }

  /** A number that tells calls apart. */
  Calls<T> with(long number) {
    if (numberCount == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numberCount);
    }
    numbers[numberCount++] = number;
    return this;
  }

  /**
   * An operand, or anything else that is told apart by being the same object. What a buffer borrows
   * is the same from loan to loan, if there is as much of it.
   */
  Calls<T> with(Object operand) {
    if (operand instanceof NativeBuffer buffer && buffer.identity() != buffer) {
      return with(buffer.length()).same(buffer.identity());
    }
    return same(operand);
  }

  private Calls<T> same(Object operand) {
    if (operandCount == operands.length) {
      operands = Arrays.copyOf(operands, 2 * operandCount);
    }
    operands[operandCount++] = operand;
    return this;
  }

  /** What was kept for the call described, if it is known. */
  Optional<T> find() {
    for (int i = 0; i < known.size(); i++) {
      Call<T> call = known.get(next);
      next = next + 1 == known.size() ? 0 : next + 1;
      if (call.is(numbers, numberCount, operands, operandCount)) {
        return call.prepared;
      }
    }
    return Optional.empty();
  }

  /** Keeps what was prepared for the call described. */
  T keep(T prepared) {
    if (known.size() == MOST) {
      known.forEach(call -> release.accept(call.prepared.orElseThrow()));
      known.clear();
    }
    known.add(
        new Call<>(
            Arrays.copyOf(numbers, numberCount),
            Arrays.copyOf(operands, operandCount),
            Optional.of(prepared)));
    next = 0;
    return prepared;
  }

  /** One call. */
  private static final class Call<T> {
    private final long[] numbers;
    private final Object[] operands;
    private final Optional<T> prepared;

    Call(long[] numbers, Object[] operands, Optional<T> prepared) {
      this.numbers = numbers;
      this.operands = operands;
      this.prepared = prepared;
    }

    boolean is(long[] otherNumbers, int numberCount, Object[] otherOperands, int operandCount) {
      return Arrays.equals(numbers, 0, numbers.length, otherNumbers, 0, numberCount)
          && same(otherOperands, operandCount);
    }

    private boolean same(Object[] others, int count) {
      boolean same = operands.length == count;
      for (int i = 0; same && i < count; i++) {
        same = operands[i] == others[i];
      }
      return same;
    }
  }
}
