package org.synapt.testkit;

import java.util.Arrays;
import java.util.Optional;
import org.synapt.buffer.Buffer;

/** A kernel's operand: what it holds before, and whether the kernel may write it. */
final class Slot {
  final float[] before;
  final boolean writable;
  private Optional<Buffer> buffer = Optional.empty();

  private Slot(float[] before, boolean writable) {
    this.before = before;
    this.writable = writable;
  }

  /** An operand that a kernel only reads. */
  static Slot read(float... values) {
    return new Slot(values, false);
  }

  /** An operand that a kernel writes without reading: NaN before, which spreads if it is read. */
  static Slot written(int length) {
    float[] values = new float[length];
    Arrays.fill(values, Float.NaN);
    return new Slot(values, true);
  }

  /** An operand that a kernel reads and writes. */
  static Slot updated(float... values) {
    return new Slot(values, true);
  }

  void place(Buffer at) {
    buffer = Optional.of(at);
  }

  Buffer buffer() {
    return buffer.orElseThrow();
  }

  /** What it holds now. */
  float[] floats() {
    float[] floats = new float[before.length];
    buffer().get(0, floats, 0, floats.length);
    return floats;
  }
}
