package org.synapt.buffer;

/** Numbers that are infinite or NaN. */
public final class NotFinite {
  private NotFinite() {}

  /**
   * Where the first stands.
   *
   * @param values read
   * @param at where to begin
   * @param count how many floats are looked at
   * @return its index in the array; −1 if all are finite
   * @throws IndexOutOfBoundsException if the range is out of bounds
   */
  public static int first(float[] values, int at, int count) {
    float zero = 0;
    for (int i = at; i < at + count; i++) {
      // 0 unless a number is infinite or NaN; a sum needs no branch.
      zero += values[i] * 0;
    }
    if (zero == 0) {
      return -1;
    }
    int i = at;
    while (values[i] * 0 == 0) {
      i++;
    }
    return i;
  }
}
