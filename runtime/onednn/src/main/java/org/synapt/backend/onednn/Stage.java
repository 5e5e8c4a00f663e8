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
  private NativeBuffer[] written = new NativeBuffer[0];
  private int[] writtenAt = new int[0];
  private int[] writtenFloats = new int[0];

  /** A copy of the first floats of what is only read. */
  Buffer read(int operand, Buffer buffer, int floats) {
    return read(operand, buffer, 0, floats);
  }

  /** A copy of some floats of what is only read. */
  Buffer read(int operand, Buffer buffer, int at, int floats) {
    ArrayBuffer copy = room(operand, floats);
    buffer.get(at, ArrayBuffer.array(copy), 0, floats);
    return copy;
  }

  /** Room for the first floats of what is written; {@link #back} copies it where it belongs. */
  Buffer write(int operand, Buffer buffer, int floats) {
    return write(operand, buffer, 0, floats);
  }

  /** Room for some floats of what is written. */
  Buffer write(int operand, Buffer buffer, int at, int floats) {
    ArrayBuffer copy = room(operand, floats);
    written[operand] = NativeBuffer.of(buffer);
    writtenAt[operand] = at;
    writtenFloats[operand] = floats;
    return copy;
  }

  /** A copy of what is read and written. */
  Buffer update(int operand, Buffer buffer, int floats) {
    read(operand, buffer, floats);
    return write(operand, buffer, floats);
  }

  /** Copies back what was written since the last time, and says so. */
  void back() {
    for (int i = 0; i < written.length; i++) {
      if (back(i)) {
        written[i].memory().touch();
      }
    }
  }

  /** Copies back what was written since the last time; whoever had all of it written says so. */
  void backQuietly() {
    for (int i = 0; i < written.length; i++) {
      back(i);
    }
  }

  /** Whether anything was written to an operand. */
  private boolean back(int operand) {
    int floats = writtenFloats[operand];
    if (floats > 0) {
      written[operand].write(writtenAt[operand], ArrayBuffer.array(copies[operand]), 0, floats);
      writtenFloats[operand] = 0;
    }
    return floats > 0;
  }

  private ArrayBuffer room(int operand, int floats) {
    if (operand >= copies.length) {
      int from = copies.length;
      copies = Arrays.copyOf(copies, operand + 1);
      written = Arrays.copyOf(written, operand + 1);
      writtenAt = Arrays.copyOf(writtenAt, operand + 1);
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
