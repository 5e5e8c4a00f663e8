package org.synapt.backend.java;

import org.synapt.buffer.Buffer;

/** A stretch of a heap array. */
public final class ArrayBuffer implements Buffer {
  private final float[] ownArray;
  private final int ownAt;
  private final int ownLength;
  private float[] array;
  private int at;
  private int length;

  /**
   * A stretch of an array.
   *
   * @param array not copied
   * @param at where the stretch begins
   * @param length how many floats it has
   */
  public ArrayBuffer(float[] array, int at, int length) {
    this.ownArray = array;
    this.ownAt = at;
    this.ownLength = length;
    this.array = array;
    this.at = at;
    this.length = length;
  }

  /**
   * The array behind a buffer of this backend.
   *
   * @param buffer the buffer
   * @return its array, not copied
   */
  public static float[] array(Buffer buffer) {
    return ((ArrayBuffer) buffer).array;
  }

  /**
   * Where a buffer of this backend begins in its array.
   *
   * @param buffer the buffer
   * @return the first position
   */
  public static int at(Buffer buffer) {
    return ((ArrayBuffer) buffer).at;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public Buffer slice(int sliceAt, int sliceLength) {
    check(sliceAt, sliceLength, length);
    return new ArrayBuffer(array, at + sliceAt, sliceLength);
  }

  @Override
  public void put(int putAt, float[] source, int sourceAt, int count) {
    check(putAt, count, length);
    System.arraycopy(source, sourceAt, array, at + putAt, count);
  }

  @Override
  public void get(int getAt, float[] target, int targetAt, int count) {
    check(getAt, count, length);
    System.arraycopy(array, at + getAt, target, targetAt, count);
  }

  @Override
  public boolean overlaps(Buffer other) {
    return other instanceof ArrayBuffer there
        && array == there.array
        && at < there.at + there.length
        && there.at < at + length;
  }

  @Override
  public boolean borrow(Buffer other) {
    if (other instanceof ArrayBuffer there) {
      array = there.array;
      at = there.at;
      length = there.length;
      return true;
    }
    return false;
  }

  @Override
  public void giveBack() {
    array = ownArray;
    at = ownAt;
    length = ownLength;
  }

  private static void check(int from, int count, int length) {
    if (from < 0 || count < 0 || from > length - count) {
      throw new IndexOutOfBoundsException(
          count + " floats from " + from + " do not lie within " + length);
    }
  }
}
