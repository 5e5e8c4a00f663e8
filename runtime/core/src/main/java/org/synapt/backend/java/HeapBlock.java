package org.synapt.backend.java;

import org.synapt.buffer.Buffer;

/**
 * An array through which one thread passes blocks of any memory to a kernel that takes arrays.
 *
 * <p>What it gives is said to be {@link BlockWriting#done done} by whoever has had all of it
 * written.
 */
public final class HeapBlock {
  /** So few floats that some blocks of them stay in the L1 cache. */
  public static final int FLOATS = 2_048;

  private final BlockWriting writing;
  private ArrayBuffer block = Stage.none();

  /**
   * A block without room.
   *
   * @param writing how it is copied to where it belongs
   */
  public HeapBlock(BlockWriting writing) {
    this.writing = writing;
  }

  /**
   * How many rows make a block.
   *
   * @param columns the floats of a row
   * @return as many as fit; one if they are longer
   */
  public static int rows(int columns) {
    return Math.max(1, FLOATS / columns);
  }

  /**
   * Room for some floats, whatever they are now.
   *
   * @param floats how many
   * @return a buffer of so many or more, the same at each call while it is long enough
   */
  public Buffer room(int floats) {
    if (block.length() < floats) {
      int length = Math.max(FLOATS, floats);
      block = new ArrayBuffer(new float[length], 0, length);
    }
    return block;
  }

  /**
   * A copy of some floats.
   *
   * @param from read
   * @param at the first float that is read
   * @param floats how many
   * @return room that begins with them
   */
  public Buffer take(Buffer from, int at, int floats) {
    Buffer copy = room(floats);
    from.get(at, array(), 0, floats);
    return copy;
  }

  /**
   * Copies the first floats to a buffer.
   *
   * @param to written
   * @param at the first float that is written
   * @param floats how many
   */
  public void give(Buffer to, int at, int floats) {
    writing.write(to, at, array(), 0, floats);
  }

  /**
   * The array.
   *
   * @return what {@link #room} begins with; good until there is more room
   */
  public float[] array() {
    return ArrayBuffer.array(block);
  }
}
