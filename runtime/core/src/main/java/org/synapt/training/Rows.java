package org.synapt.training;

import org.synapt.data.Column;

/** Looks at a column's examples one by one; they are copied many at a time. */
final class Rows {
  /** Floats that are copied at a time. */
  private static final int ROOM = 1 << 13;

  private Rows() {}

  /** Who looks. */
  interface Look {
    /**
     * Looks at an example.
     *
     * @param row its number
     * @param example its floats; good until the next is looked at
     */
    void at(int row, float[] example);
  }

  static void of(Column column, Look look) {
    int width = column.width();
    int most = Math.max(1, ROOM / width);
    float[] rows = new float[Math.min(most, column.count()) * width];
    float[] example = new float[width];
    for (int done = 0; done < column.count(); done += most) {
      int n = Math.min(most, column.count() - done);
      column.copy(done, done + n, rows, 0);
      for (int i = 0; i < n; i++) {
        System.arraycopy(rows, i * width, example, 0, width);
        look.at(done + i, example);
      }
    }
  }
}
