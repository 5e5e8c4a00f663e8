package org.synapt.backend.onednn;

import java.util.Arrays;
import org.synapt.backend.java.ArrayBuffer;
import org.synapt.buffer.Buffer;

/**
 * Heap copies of some rows of native operands, for a kernel in Java that computes a block of rows
 * after the other; each operand of the kernel has a number of its own, and a copy that is used
 * again.
 *
 * <p>One thread's: others may copy other rows of the same operands at the same time. Whoever has
 * had all rows written says so to {@link NativeMemory#touch}.
 */
final class RowStage {
  private ArrayBuffer[] copies = new ArrayBuffer[0];
  private NativeBuffer[] written = new NativeBuffer[0];
  private int[] writtenAt = new int[0];
  private int[] writtenFloats = new int[0];
  private int chunk;
  private boolean first;

  /** Says which chunk of the rows the next block belongs to, and whether it is the first there. */
  void begin(int chunk, boolean first) {
    this.chunk = chunk;
    this.first = first;
  }

  /** The number of the chunk that the block belongs to. */
  int chunk() {
    return chunk;
  }

  /** Whether the block is the first of its chunk. */
  boolean first() {
    return first;
  }

  /** A copy of some floats of what is only read. */
  Buffer read(int operand, Buffer buffer, int at, int floats) {
    ArrayBuffer copy = room(operand, floats);
    buffer.get(at, ArrayBuffer.array(copy), 0, floats);
    return copy;
  }

  /** Room for some floats that are written; {@link #back} copies them where they belong. */
  Buffer write(int operand, Buffer buffer, int at, int floats) {
    ArrayBuffer copy = room(operand, floats);
    written[operand] = NativeBuffer.of(buffer);
    writtenAt[operand] = at;
    writtenFloats[operand] = floats;
    return copy;
  }

  /** Copies back what was written since the last time. */
  void back() {
    for (int i = 0; i < written.length; i++) {
      if (writtenFloats[i] > 0) {
        written[i].write(writtenAt[i], ArrayBuffer.array(copies[i]), 0, writtenFloats[i]);
        writtenFloats[i] = 0;
      }
    }
  }

  private ArrayBuffer room(int operand, int floats) {
    if (operand >= copies.length) {
      int from = copies.length;
      copies = Arrays.copyOf(copies, operand + 1);
      written = Arrays.copyOf(written, operand + 1);
      writtenAt = Arrays.copyOf(writtenAt, operand + 1);
      writtenFloats = Arrays.copyOf(writtenFloats, operand + 1);
      Arrays.fill(copies, from, operand + 1, Stage.none());
    }
    if (copies[operand].length() < floats) {
      copies[operand] = new ArrayBuffer(new float[floats], 0, floats);
    }
    return copies[operand];
  }
}
