package org.synapt.backend.onednn;

import org.synapt.buffer.Buffer;

/** A stretch of native memory. */
final class NativeBuffer implements Buffer {
  private final NativeMemory memory;
  private final int at;
  private final int length;

  NativeBuffer(NativeMemory memory, int at, int length) {
    this.memory = memory;
    this.at = at;
    this.length = length;
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

  /** What this is a stretch of. */
  NativeMemory memory() {
    return memory;
  }

  /** Where it begins in its memory. */
  int at() {
    return at;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public Buffer slice(int sliceAt, int sliceLength) {
    check(sliceAt, sliceLength);
    return new NativeBuffer(memory, at + sliceAt, sliceLength);
  }

  @Override
  public void put(int putAt, float[] source, int sourceAt, int count) {
    check(putAt, count);
    memory.put(at + putAt, source, sourceAt, count);
  }

  /**
   * Copies floats in without a word; for threads that write a piece each of what is touched once.
   */
  void write(int writeAt, float[] source, int sourceAt, int count) {
    check(writeAt, count);
    memory.write(at + writeAt, source, sourceAt, count);
  }

  /** Copies floats of another buffer in without a word. */
  void write(int writeAt, NativeBuffer source, int sourceAt, int count) {
    check(writeAt, count);
    source.check(sourceAt, count);
    memory.write(at + writeAt, source.memory, source.at + sourceAt, count);
  }

  @Override
  public void get(int getAt, float[] target, int targetAt, int count) {
    check(getAt, count);
    memory.get(at + getAt, target, targetAt, count);
  }

  private void check(int from, int count) {
    if (from < 0 || count < 0 || from > length - count) {
      throw new IndexOutOfBoundsException(
          count + " floats from " + from + " do not lie within " + length);
    }
  }
}
