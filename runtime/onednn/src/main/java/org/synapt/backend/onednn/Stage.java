package org.synapt.backend.onednn;

import java.util.Arrays;
import org.synapt.backend.java.ArrayBuffer;
import org.synapt.buffer.Buffer;

/**
 * Heap copies of native operands, for kernels in Java; each operand of a kernel has a number of its
 * own, and a copy that is used again.
 */
final class Stage {
  private ArrayBuffer[] copies = new ArrayBuffer[0];
  private Buffer[] written = new Buffer[0];
  private int[] writtenFloats = new int[0];

  /** A copy of the first floats of what is only read. */
  Buffer read(int operand, Buffer buffer, int floats) {
    ArrayBuffer copy = room(operand, floats);
    buffer.get(0, ArrayBuffer.array(copy), 0, floats);
    return copy;
  }

  /** Room for what is written; {@link #back} copies it where it belongs. */
  Buffer write(int operand, Buffer buffer, int floats) {
    ArrayBuffer copy = room(operand, floats);
    written[operand] = buffer;
    writtenFloats[operand] = floats;
    return copy;
  }

  /** A copy of what is read and written. */
  Buffer update(int operand, Buffer buffer, int floats) {
    read(operand, buffer, floats);
    return write(operand, buffer, floats);
  }

  /** Copies back what was written since the last time. */
  void back() {
    for (int i = 0; i < written.length; i++) {
      if (writtenFloats[i] > 0) {
        written[i].put(0, ArrayBuffer.array(copies[i]), 0, writtenFloats[i]);
        writtenFloats[i] = 0;
      }
    }
  }

  private ArrayBuffer room(int operand, int floats) {
    if (operand >= copies.length) {
      int from = copies.length;
      copies = Arrays.copyOf(copies, operand + 1);
      written = Arrays.copyOf(written, operand + 1);
      writtenFloats = Arrays.copyOf(writtenFloats, operand + 1);
      Arrays.fill(copies, from, operand + 1, none());
    }
    if (copies[operand].length() < floats) {
      copies[operand] = new ArrayBuffer(new float[floats], 0, floats);
    }
    return copies[operand];
  }

  /** What stands for an operand that a kernel may be called without. */
  static ArrayBuffer none() {
    return new ArrayBuffer(new float[0], 0, 0);
  }
}
