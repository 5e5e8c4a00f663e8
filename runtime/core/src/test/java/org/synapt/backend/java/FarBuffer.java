package org.synapt.backend.java;

import java.util.concurrent.atomic.AtomicInteger;
import org.synapt.buffer.Buffer;

/** Floats that kernels reach by copies alone; counts how often it was said that all is written. */
final class FarBuffer implements Buffer {
  /** Writes, and says so. */
  static final BlockWriting WRITING =
      new BlockWriting() {
        @Override
        public void write(Buffer to, int at, float[] source, int sourceAt, int count) {
          to.put(at, source, sourceAt, count);
        }

        @Override
        public void done(Buffer buffer) {
          ((FarBuffer) buffer).done.incrementAndGet();
        }
      };

  private final ArrayBuffer floats;
  private final AtomicInteger done = new AtomicInteger();

  private FarBuffer(ArrayBuffer floats) {
    this.floats = floats;
  }

  static FarBuffer of(float... values) {
    return new FarBuffer(new ArrayBuffer(values.clone(), 0, values.length));
  }

  int timesDone() {
    return done.get();
  }

  @Override
  public int length() {
    return floats.length();
  }

  @Override
  public Buffer slice(int at, int length) {
    return new FarBuffer((ArrayBuffer) floats.slice(at, length));
  }

  @Override
  public void put(int at, float[] source, int sourceAt, int count) {
    floats.put(at, source, sourceAt, count);
  }

  @Override
  public void get(int at, float[] target, int targetAt, int count) {
    floats.get(at, target, targetAt, count);
  }
}
