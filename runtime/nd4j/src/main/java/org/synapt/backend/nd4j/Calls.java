package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a kernel has prepared for the calls it knows, found again by what was asked and of which
 * floats; allocates nothing for a call it knows.
 *
 * <p>A pass calls its kernels in the same order step after step, so the call after the last one
 * found is tried first. Where there are too many, the oldest goes. Say {@link #begin}, then what
 * tells calls apart, then {@link #find}.
 *
 * @param <T> what is prepared
 */
final class Calls<T> {
  /** More different calls than a network has: of batches of many sizes, say. */
  private static final int MOST = 512;

  /** Calls on floats of others: few, so that those others' arrays do not stay in memory. */
  private static final int MOST_BORROWED = 8;

  private final Ring<T> own;
  private final Ring<T> borrowed;
  private long[] numbers = new long[24];
  private Object[] operands = new Object[4];
  private int numberCount;
  private int operandCount;
  private Ring<T> ring;

  /** Calls whose preparation is released where there are too many. */
  Calls(Consumer<T> release) {
    own = new Ring<>(MOST, release);
    borrowed = new Ring<>(MOST_BORROWED, release);
    ring = own;
  }

  /** Begins to describe a call. */
  Calls<T> begin(long kind) {
    numberCount = 0;
    operandCount = 0;
    ring = own;
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

  /** The floats that a buffer stands for at present. */
  Calls<T> with(Nd4jBuffer buffer) {
    if (operandCount == operands.length) {
      operands = Arrays.copyOf(operands, 2 * operandCount);
    }
    operands[operandCount++] = buffer.floats();
    ring = buffer.borrows() ? borrowed : ring;
    return with(buffer.at());
  }

  /** What was kept for the call described, if it is known. */
  Optional<T> find() {
    return ring.find(numbers, numberCount, operands, operandCount);
  }

  /** Keeps what was prepared for the call described. */
  T keep(T prepared) {
    ring.keep(
        new Call<>(
            Arrays.copyOf(numbers, numberCount),
            Arrays.copyOf(operands, operandCount),
            Optional.of(prepared)));
    return prepared;
  }

  /** The last so many calls. */
  private static final class Ring<T> {
    private final int most;
    private final Consumer<T> release;
    private final List<Call<T>> known = new ArrayList<>();
    private int next;
    private int oldest;

    Ring(int most, Consumer<T> release) {
      this.most = most;
      this.release = release;
    }

    Optional<T> find(long[] numbers, int numberCount, Object[] operands, int operandCount) {
      for (int i = 0; i < known.size(); i++) {
        Call<T> call = known.get(next);
        next = next + 1 == known.size() ? 0 : next + 1;
        if (call.is(numbers, numberCount, operands, operandCount)) {
          return call.prepared;
        }
      }
      return Optional.empty();
    }

    void keep(Call<T> call) {
      if (known.size() < most) {
        known.add(call);
        next = 0;
        return;
      }
      release.accept(known.set(oldest, call).prepared.orElseThrow());
      oldest = oldest + 1 == most ? 0 : oldest + 1;
      next = oldest;
    }
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
