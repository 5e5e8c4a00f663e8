package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;

/**
 * Copies in arrays of operands in any memory, for kernels that take arrays; each operand of a
 * kernel has a number of its own, and a copy that is used again.
 */
public final class Stage {
  private final BlockWriting writing;
  private ArrayBuffer[] copies = new ArrayBuffer[0];
  private Buffer[] written = new Buffer[0];
  private int[] writtenAt = new int[0];
  private int[] writtenFloats = new int[0];

  /**
   * A stage without copies.
   *
   * @param writing how what was written is copied back
   */
  public Stage(BlockWriting writing) {
    this.writing = writing;
  }

  /**
   * A copy of the first floats of what is only read.
   *
   * @param operand its number, from 0 up
   * @param buffer read
   * @param floats how many
   * @return the copy, which may be longer
   */
  public Buffer read(int operand, Buffer buffer, int floats) {
    return read(operand, buffer, 0, floats);
  }

  /**
   * A copy of some floats of what is only read.
   *
   * @param operand its number, from 0 up
   * @param buffer read
   * @param at the first float that is read
   * @param floats how many
   * @return the copy, which may be longer
   */
  public Buffer read(int operand, Buffer buffer, int at, int floats) {
    ArrayBuffer copy = room(operand, floats);
    buffer.get(at, ArrayBuffer.array(copy), 0, floats);
    return copy;
  }

  /**
   * Room for the first floats of what is written; {@link #back} copies it where it belongs.
   *
   * @param operand its number, from 0 up
   * @param buffer where it belongs
   * @param floats how many
   * @return the room, which may be longer
   */
  public Buffer write(int operand, Buffer buffer, int floats) {
    return write(operand, buffer, 0, floats);
  }

  /**
   * Room for some floats of what is written; {@link #back} copies it where it belongs.
   *
   * @param operand its number, from 0 up
   * @param buffer where it belongs
   * @param at where its first float belongs
   * @param floats how many
   * @return the room, which may be longer
   */
  public Buffer write(int operand, Buffer buffer, int at, int floats) {
    ArrayBuffer copy = room(operand, floats);
    written[operand] = buffer;
    writtenAt[operand] = at;
    writtenFloats[operand] = floats;
    return copy;
  }

  /**
   * A copy of what is read and written.
   *
   * @param operand its number, from 0 up
   * @param buffer read, and where the copy belongs
   * @param floats how many of its first floats
   * @return the copy, which may be longer
   */
  public Buffer update(int operand, Buffer buffer, int floats) {
    read(operand, buffer, floats);
    return write(operand, buffer, floats);
  }

  /** Copies back what was written since the last time, and says so. */
  public void back() {
    for (int i = 0; i < written.length; i++) {
      if (back(i)) {
        writing.done(written[i]);
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
      float[] copy = ArrayBuffer.array(copies[operand]);
      writing.write(written[operand], writtenAt[operand], copy, 0, floats);
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

  /**
   * What stands for an operand that a kernel may be called without.
   *
   * @return a buffer of length 0
   */
  public static ArrayBuffer none() {
    return new ArrayBuffer(new float[0], 0, 0);
  }
}
