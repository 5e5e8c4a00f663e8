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
}
