package org.synapt.backend.java;

import org.synapt.buffer.Buffer;

/**
 * Copies in arrays of some rows of operands in any memory, for a kernel that computes a block of
 * rows after the other; each operand of the kernel has a number of its own, and a copy that is used
 * again.
 *
 * <p>One thread's: others may copy other rows of the same operands at the same time. Whoever has
 * had all rows written says that it is {@link BlockWriting#done done}.
 */
public final class RowStage {
  private final Stage stage;
  private int chunk;
  private boolean first;

  RowStage(BlockWriting writing) {
    this.stage = new Stage(writing);
  }

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
    return stage.read(operand, buffer, at, floats);
  }

  /**
   * Room for some floats that are written; they are copied where they belong behind the block.
   *
   * @param operand its number, from 0 up
   * @param buffer where they belong
   * @param at where the first of them belongs
   * @param floats how many
   * @return the room, which may be longer
   */
  public Buffer write(int operand, Buffer buffer, int at, int floats) {
    return stage.write(operand, buffer, at, floats);
  }

  /** Copies back what was written since the last time. */
  void back() {
    stage.backQuietly();
  }
}
