package org.synapt.backend.onednn;

import org.synapt.backend.java.ArrayBuffer;
import org.synapt.buffer.Buffer;

/** A heap array through which one thread passes blocks of native memory to a kernel in Java. */
final class HeapBlock {
  /** So few floats that some blocks of them stay in the L1 cache. */
  static final int FLOATS = 2_048;

  private ArrayBuffer block = Stage.none();

  /** How many rows of so many floats make a block; one if they are longer. */
  static int rows(int columns) {
    return Math.max(1, FLOATS / columns);
  }

  /** Room for so many floats, whatever they are now. */
  Buffer room(int floats) {
    if (block.length() < floats) {
      int length = Math.max(FLOATS, floats);
      block = new ArrayBuffer(new float[length], 0, length);
    }
    return block;
  }

  /** A copy of some floats of a buffer. */
  Buffer take(Buffer from, int at, int floats) {
    Buffer copy = room(floats);
    from.get(at, ArrayBuffer.array(copy), 0, floats);
    return copy;
  }

  /** Copies its first floats to a buffer, and does not {@linkplain NativeMemory#touch say so}. */
  void give(Buffer to, int at, int floats) {
    NativeBuffer.of(to).write(at, array(), 0, floats);
  }

  /** The array; good until there is more room. */
  float[] array() {
    return ArrayBuffer.array(block);
  }
}
