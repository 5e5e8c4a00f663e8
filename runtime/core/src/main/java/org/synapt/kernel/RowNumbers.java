package org.synapt.kernel;

import java.util.Locale;
import org.synapt.buffer.Buffer;

/** The numbers of rows of a table, as floats and as what they are. */
public final class RowNumbers {
  private float[] floats = new float[0];
  private int[] numbers = new int[0];

  /** Room for none; it grows with what is read. */
  public RowNumbers() {}

  /**
   * Reads numbers, and refuses what is none.
   *
   * @param count how many
   * @param rows the rows of the table
   * @param ids read
   * @return the numbers, from index 0 on; good until the next are read
   * @throws IllegalArgumentException if one is not whole, below 0, or not below the rows
   */
  public int[] read(int count, int rows, Buffer ids) {
    if (floats.length < count) {
      floats = new float[count];
      numbers = new int[count];
    }
    ids.get(0, floats, 0, count);
    boolean sound = true;
    for (int i = 0; i < count; i++) {
      int row = (int) floats[i];
      sound &= row == floats[i] & row >= 0 & row < rows;
      numbers[i] = row;
    }
    if (!sound) {
      throw refused(count, rows);
    }
    return numbers;
  }

  private IllegalArgumentException refused(int count, int rows) {
    int i = 0;
    while (i < count - 1 && isSound(floats[i], rows)) {
      i++;
    }
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "ids[%d] is %s, but the table has the rows 0 to ", i, floats[i])
            + (rows - 1));
  }

  private static boolean isSound(float id, int rows) {
    return id == (int) id && id >= 0 && id < rows;
  }
}
