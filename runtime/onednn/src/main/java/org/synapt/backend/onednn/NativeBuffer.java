package org.synapt.backend.onednn;

import java.util.Optional;
import org.synapt.buffer.Buffer;

/** A stretch of native memory: of its own, or of another buffer's for a while. */
final class NativeBuffer implements Buffer {
  private final NativeMemory ownMemory;
  private final int ownAt;
  private final int ownLength;
  private final long ownLoan;
  private Optional<BorrowedMemory> borrowed = Optional.empty();
  private NativeMemory memory;
  private int at;
  private int length;
  private long loan;

  /** A stretch of memory, whatever that stands for at a time. */
  NativeBuffer(NativeMemory memory, int at, int length) {
    this(memory, at, length, NativeMemory.ANY_LOAN);
  }

  /** A stretch of memory while it stands for what it does now. */
  private NativeBuffer(NativeMemory memory, int at, int length, long loan) {
    this.ownMemory = memory;
    this.ownAt = at;
    this.ownLength = length;
    this.ownLoan = loan;
    this.memory = memory;
    this.at = at;
    this.length = length;
    this.loan = loan;
  }

  static NativeBuffer of(Buffer buffer) {
    if (buffer instanceof NativeBuffer here) {
      return here;
    }
    throw new IllegalArgumentException(
        "a kernel of onednn takes buffers that onednn allocated, and no "
            + buffer.getClass().getSimpleName()
            + "; what a network works on, network.backend() allocates");
  }

  /** Says that a buffer has been written, unless it stands for one that there is not. */
  static void touch(Buffer written) {
    if (written.length() > 0) {
      of(written).memory().touch();
    }
  }

  /**
   * What this is a stretch of.
   *
   * @throws IllegalStateException if that was borrowed and has been given back
   */
  NativeMemory memory() {
    memory.requireLoan(loan);
    return memory;
  }

  /** Where it begins in its memory. */
  int at() {
    return at;
  }

  /**
   * By what a prepared call knows this: memory that it borrows, each loan of which the call serves,
   * or this buffer.
   */
  Object identity() {
    return memory == ownMemory ? this : memory();
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public NativeBuffer slice(int sliceAt, int sliceLength) {
    check(sliceAt, sliceLength);
    return new NativeBuffer(memory, at + sliceAt, sliceLength, loan);
  }

  @Override
  public void put(int putAt, float[] source, int sourceAt, int count) {
    check(putAt, count);
    memory().put(at + putAt, source, sourceAt, count);
  }

  /**
   * Copies floats in without a word; for threads that write a piece each of what is touched once.
   */
  void write(int writeAt, float[] source, int sourceAt, int count) {
    check(writeAt, count);
    memory().write(at + writeAt, source, sourceAt, count);
  }

  /** Copies floats of another buffer in without a word. */
  void write(int writeAt, NativeBuffer source, int sourceAt, int count) {
    check(writeAt, count);
    source.check(sourceAt, count);
    memory().write(at + writeAt, source.memory(), source.at + sourceAt, count);
  }

  @Override
  public void get(int getAt, float[] target, int targetAt, int count) {
    check(getAt, count);
    memory().get(at + getAt, target, targetAt, count);
  }

  private void check(int from, int count) {
    if (from < 0 || count < 0 || from > length - count) {
      throw new IndexOutOfBoundsException(
          count + " floats from " + from + " do not lie within " + length);
    }
  }

  @Override
  public long address() {
    memory().share();
    return here();
  }

  /** The address, for those who say what they write. */
  long here() {
    memory().requireOpen();
    return memory.address(at);
  }

  @Override
  public boolean overlaps(Buffer other) {
    long from = here();
    long otherFrom = other instanceof NativeBuffer there ? there.here() : other.address();
    return otherFrom != 0
        && from < otherFrom + (long) other.length() * Float.BYTES
        && otherFrom < from + (long) length * Float.BYTES;
  }

  @Override
  public boolean borrow(Buffer other) {
    if (other == this) {
      return true;
    }
    giveBack();
    BorrowedMemory lent = borrowed.orElseGet(() -> new BorrowedMemory(ownMemory));
    borrowed = Optional.of(lent);
    if (!lent.borrow(other)) {
      return false;
    }
    memory = lent;
    at = 0;
    length = other.length();
    loan = lent.loan();
    return true;
  }

  @Override
  public void giveBack() {
    borrowed.ifPresent(BorrowedMemory::giveBack);
    memory = ownMemory;
    at = ownAt;
    length = ownLength;
    loan = ownLoan;
  }
}
