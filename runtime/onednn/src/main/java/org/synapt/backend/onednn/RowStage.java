package org.synapt.backend.onednn;

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
  private final Stage stage = new Stage();
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
    return stage.read(operand, buffer, at, floats);
  }

  /** Room for some floats that are written; {@link #back} copies them where they belong. */
  Buffer write(int operand, Buffer buffer, int at, int floats) {
    return stage.write(operand, buffer, at, floats);
  }

  /** Copies back what was written since the last time. */
  void back() {
    stage.backQuietly();
  }
}
