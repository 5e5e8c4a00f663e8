package org.synapt.backend.onednn;

import java.lang.ref.Reference;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Floats outside the heap, all 0 at first, beginning with a cache line. */
class NativeMemory {
  /** What stands for a loan where memory is not borrowed, or whichever loan it is. */
  static final long ANY_LOAN = -1;

  /** Floats that one {@link FloatBuffer} shows: a byte buffer has no more than 2³¹ bytes. */
  private static final int SHOWN_BITS = 28;

  private static final int SHOWN = 1 << SHOWN_BITS;
  private static final int ALIGNMENT = 64;

  private final Ledger ledger;
  private final long address;
  private final int length;
  private final FloatBuffer[] shown;
  private long version;
  private boolean shared;

  /** Memory of others in place of some of ours, closed at the same time. */
  NativeMemory(NativeMemory own) {
    this.ledger = own.ledger;
    this.address = 0;
    this.length = 0;
    this.shown = new FloatBuffer[0];
  }

  NativeMemory(Ledger ledger, int length) {
    ledger.requireOpen();
    this.ledger = ledger;
    this.length = length;
    Pointer block = Pointer.calloc(1, (long) length * Float.BYTES + ALIGNMENT);
    if (block == null || block.isNull()) {
      throw new OutOfMemoryError("no native memory for " + length + " floats");
    }
    ledger.enter(this, (long) length * Float.BYTES, () -> Pointer.free(block));
    this.address = (block.address() + ALIGNMENT - 1) & -ALIGNMENT;
    this.shown = show(address, length);
  }

  /** What Java sees of so many floats from an address on. */
  static FloatBuffer[] show(long address, int length) {
    FloatBuffer[] shown = new FloatBuffer[(length >>> SHOWN_BITS) + 1];
    for (int i = 0; i < shown.length; i++) {
      long from = (long) i << SHOWN_BITS;
      shown[i] = part(address + from * Float.BYTES, (int) Math.min(SHOWN, length - from));
    }
    return shown;
  }

  private static FloatBuffer part(long address, int count) {
    if (count == 0) {
      return FloatBuffer.allocate(0);
    }
    BytePointer bytes = new BytePointer(new Address(address));
    return bytes
        .capacity((long) count * Float.BYTES)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  /** Where a float lies in the process's memory; good while this is referred to. */
  long address(int at) {
    return address + (long) at * Float.BYTES;
  }

  /** How many floats there are. */
  int length() {
    return length;
  }

  /** What Java sees of them. */
  FloatBuffer[] shown() {
    return shown;
  }

  /**
   * Whether a buffer of some loan still stands for this.
   *
   * @throws IllegalStateException if not
   */
  void requireLoan(long loan) {}

  /**
   * Refuses what comes too late.
   *
   * @throws IllegalStateException if the backend is closed
   */
  void requireOpen() {
    ledger.requireOpen();
  }

  /** How many times somebody said that what is here has changed. */
  long version() {
    return version;
  }

  /** Whether what is here is certainly as it was when it had a version. */
  boolean isAt(long then) {
    return then == version && !shared;
  }

  /** Says that others know the address, and write there without a word. */
  void share() {
    shared = true;
  }

  /** Says that what is here has changed, for those who keep something made of it. */
  void touch() {
    version++;
  }

  void put(int at, float[] source, int sourceAt, int count) {
    write(at, source, sourceAt, count);
    touch();
  }

  /** Copies floats in without a word; for threads that write a piece each, and touch once. */
  void write(int at, float[] source, int sourceAt, int count) {
    check(at, count);
    Objects.checkFromIndexSize(sourceAt, count, source.length);
    FloatBuffer[] here = shown();
    try {
      for (int done = 0; done < count; ) {
        int from = at + done & SHOWN - 1;
        int n = Math.min(count - done, SHOWN - from);
        here[at + done >>> SHOWN_BITS].put(from, source, sourceAt + done, n);
        done += n;
      }
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Copies floats of other memory, or of elsewhere in this one, in without a word. */
  void write(int at, NativeMemory source, int sourceAt, int count) {
    check(at, count);
    source.check(sourceAt, count);
    FloatBuffer[] here = shown();
    FloatBuffer[] there = source.shown();
    try {
      for (int done = 0; done < count; ) {
        int to = at + done & SHOWN - 1;
        int from = sourceAt + done & SHOWN - 1;
        int n = Math.min(count - done, SHOWN - Math.max(to, from));
        here[at + done >>> SHOWN_BITS].put(to, there[sourceAt + done >>> SHOWN_BITS], from, n);
        done += n;
      }
    } finally {
      Reference.reachabilityFence(source);
      Reference.reachabilityFence(this);
    }
  }

  void get(int at, float[] target, int targetAt, int count) {
    check(at, count);
    Objects.checkFromIndexSize(targetAt, count, target.length);
    FloatBuffer[] here = shown();
    try {
      for (int done = 0; done < count; ) {
        int from = at + done & SHOWN - 1;
        int n = Math.min(count - done, SHOWN - from);
        here[at + done >>> SHOWN_BITS].get(from, target, targetAt + done, n);
        done += n;
      }
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Refuses users of another backend, which may be closed at another time.
   *
   * @param user the ledger of who uses it
   * @throws IllegalArgumentException if it is not this memory's
   */
  void require(Ledger user) {
    if (user != ledger) {
      throw new IllegalArgumentException(
          "a buffer of another backend onednn: allocate it with the backend whose kernel takes it");
    }
  }

  private void check(int at, int count) {
    requireOpen();
    Objects.checkFromIndexSize(at, count, length());
  }

  /** A place in memory that nobody frees through this. */
  static final class Address extends Pointer {
    Address(long address) {
      this.address = address;
    }

    /** Stands for another place. */
    Address at(long other) {
      this.address = other;
      return this;
    }
  }
}
