package org.synapt.buffer;

/**
 * A stretch of floats that a backend owns: on the heap, in native memory, on a device.
 *
 * <p>Sizes and positions are counted in floats.
 */
public interface Buffer {
  /**
   * How many floats there are.
   *
   * @return the number of floats
   */
  int length();

  /**
   * A part of this buffer; both see the same floats.
   *
   * @param at where the part begins
   * @param length how many floats it has
   * @return the part
   * @throws IndexOutOfBoundsException if it does not lie within this buffer
   */
  Buffer slice(int at, int length);

  /**
   * Copies floats in.
   *
   * @param at where to write in this buffer
   * @param source read
   * @param sourceAt where to read
   * @param count how many floats
   * @throws IndexOutOfBoundsException if either range is out of bounds; nothing is written then
   */
  void put(int at, float[] source, int sourceAt, int count);

  /**
   * Copies floats out.
   *
   * @param at where to read in this buffer
   * @param target written
   * @param targetAt where to write
   * @param count how many floats
   * @throws IndexOutOfBoundsException if either range is out of bounds; nothing is written then
   */
  void get(int at, float[] target, int targetAt, int count);

  /**
   * Where the first float lies in this process's native memory, for others that read and write
   * there too: from then on, nobody keeps anything that was made of what is written there.
   *
   * @return the address, a multiple of 4; 0 if the floats lie elsewhere
   */
  default long address() {
    return 0;
  }

  /**
   * Whether some float of this buffer may be one of another's: if it is not known, then yes.
   *
   * @param other any
   * @return whether writing one may change the other
   */
  default boolean overlaps(Buffer other) {
    long here = address();
    long there = other.address();
    if (here == 0 || there == 0) {
      return here == there;
    }
    return here < there + (long) other.length() * Float.BYTES
        && there < here + (long) length() * Float.BYTES;
  }

  /**
   * Stands for the floats of another buffer until {@link #giveBack}: what reads or writes this very
   * buffer reads and writes there, without a copy, and it is as long as the other. Slices that were
   * taken before stay where they are; one that is taken meanwhile is good until then.
   *
   * <p>Until then the other, which may be anybody's, neither goes away nor borrows nor gives back.
   * Who borrows twice has given back in between.
   *
   * @param other at least as long as what will be read or written
   * @return whether this kind of memory can; if not, nothing has changed
   */
  default boolean borrow(Buffer other) {
    return false;
  }

  /** Stands for its own floats again, if it {@linkplain #borrow borrowed} others. */
  default void giveBack() {}

  /**
   * Looks for a number that is infinite or NaN.
   *
   * @param at where to begin in this buffer
   * @param count how many floats are looked at
   * @param room of one float or more; overwritten, if Java does the looking
   * @return where the first stands in this buffer; −1 if all are finite
   * @throws IndexOutOfBoundsException if the range is out of bounds
   */
  default int firstNotFinite(int at, int count, float[] room) {
    for (int done = 0; done < count; done += room.length) {
      int n = Math.min(count - done, room.length);
      get(at + done, room, 0, n);
      int wrong = NotFinite.first(room, 0, n);
      if (wrong >= 0) {
        return at + done + wrong;
      }
    }
    return -1;
  }
}
