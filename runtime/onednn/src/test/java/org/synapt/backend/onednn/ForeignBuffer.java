package org.synapt.backend.onednn;

import org.bytedeco.javacpp.FloatPointer;
import org.synapt.buffer.Buffer;

/** Floats that another library allocated; their address is divided by 4 and by no more. */
final class ForeignBuffer implements Buffer, AutoCloseable {
  private final FloatPointer floats;
  private final int first;
  private final int length;
  private long put;

  ForeignBuffer(float... values) {
    this(new FloatPointer(values.length + 64L), values.length);
    put(0, values, 0, length);
  }

  private ForeignBuffer(FloatPointer floats, int length) {
    this(floats, (int) (1 + (64 - floats.address() % 64) % 64 / Float.BYTES), length);
  }

  private ForeignBuffer(FloatPointer floats, int first, int length) {
    this.floats = floats;
    this.first = first;
    this.length = length;
  }

  /** How many floats were copied in. */
  long put() {
    return put;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public Buffer slice(int at, int count) {
    return new ForeignBuffer(floats, first + at, count);
  }

  @Override
  public void put(int at, float[] source, int sourceAt, int count) {
    for (int i = 0; i < count; i++) {
      floats.put(first + at + i, source[sourceAt + i]);
    }
    put += count;
  }

  @Override
  public void get(int at, float[] target, int targetAt, int count) {
    for (int i = 0; i < count; i++) {
      target[targetAt + i] = floats.get(first + at + i);
    }
  }

  @Override
  public long address() {
    return floats.address() + (long) Float.BYTES * first;
  }

  @Override
  public void close() {
    floats.close();
  }
}
