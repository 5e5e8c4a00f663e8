package org.synapt.backend.java;

/** Copies between rows that begin at index 0 and matrices whose elements lie apart. */
final class Strides {
  /** Columns transposed at a time, each a cache line or two of the source that should stay. */
  private static final int TILE = 64;

  private Strides() {}

  /** {@code row[j] = source[at + j · step]} for j below count. */
  static void gather(float[] source, int at, int step, float[] row, int count) {
    if (step == 1) {
      System.arraycopy(source, at, row, 0, count);
      return;
    }
    for (int j = 0; j < count; j++) {
      row[j] = source[at + j * step];
    }
  }

  /**
   * {@code rows[i][j] = source[at + i + j · step]} for i below depth and j below count: a matrix
   * transposed.
   */
  static void transpose(float[] source, int at, int step, float[][] rows, int depth, int count) {
    for (int from = 0; from < count; from += TILE) {
      int to = Math.min(count, from + TILE);
      int i = 0;
      for (; i < depth - 3; i += 4) {
        transposeFour(
            source, at + i, step, rows[i], rows[i + 1], rows[i + 2], rows[i + 3], from, to);
      }
      for (; i < depth; i++) {
        for (int j = from; j < to; j++) {
          rows[i][j] = source[at + i + j * step];
        }
      }
    }
  }

  private static void transposeFour(
      float[] source,
      int at,
      int step,
      float[] row0,
      float[] row1,
      float[] row2,
      float[] row3,
      int from,
      int to) {
    for (int j = from; j < to; j++) {
      int x = at + j * step;
      row0[j] = source[x];
      row1[j] = source[x + 1];
      row2[j] = source[x + 2];
      row3[j] = source[x + 3];
    }
  }

  /** {@code target[at + j · step] = row[j]} for j below count. */
  static void scatter(float[] row, float[] target, int at, int step, int count) {
    if (step == 1) {
      System.arraycopy(row, 0, target, at, count);
      return;
    }
    for (int j = 0; j < count; j++) {
      target[at + j * step] = row[j];
    }
  }
}
