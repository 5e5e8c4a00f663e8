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

  /**
   * {@code target[to + i · rowStep + j] = source[from + i + j · step]} for i below rows and j below
   * count: as {@link #transpose}, the rows in one array.
   */
  static void unravel(
      float[] source,
      int from,
      int step,
      float[] target,
      int to,
      int rowStep,
      int rows,
      int count) {
    for (int at = 0; at < count; at += TILE) {
      int some = Math.min(TILE, count - at);
      int x = from + at * step;
      int i = 0;
      for (; i < rows - 3; i += 4) {
        unravelFour(source, x + i, step, target, to + i * rowStep + at, rowStep, some);
      }
      for (; i < rows; i++) {
        int y = to + i * rowStep + at;
        for (int j = 0; j < some; j++) {
          target[y + j] = source[x + i + j * step];
        }
      }
    }
  }

  private static void unravelFour(
      float[] source, int from, int step, float[] target, int to, int rowStep, int count) {
    int y1 = to + rowStep;
    int y2 = y1 + rowStep;
    int y3 = y2 + rowStep;
    int x = from;
    for (int j = 0; j < count; j++) {
      target[to + j] = source[x];
      target[y1 + j] = source[x + 1];
      target[y2 + j] = source[x + 2];
      target[y3 + j] = source[x + 3];
      x += step;
    }
  }

  /**
   * {@code target[to + i + j · step] = rows[i][from + j]} for i below depth and j below count: a
   * matrix of rows, transposed.
   */
  static void ravel(
      float[][] rows, int from, float[] target, int to, int step, int depth, int count) {
    for (int at = 0; at < count; at += TILE) {
      int some = Math.min(TILE, count - at);
      int y = to + at * step;
      int i = 0;
      for (; i < depth - 3; i += 4) {
        ravelFour(
            rows[i], rows[i + 1], rows[i + 2], rows[i + 3], from + at, target, y + i, step, some);
      }
      for (; i < depth; i++) {
        float[] row = rows[i];
        for (int j = 0; j < some; j++) {
          target[y + i + j * step] = row[from + at + j];
        }
      }
    }
  }

  private static void ravelFour(
      float[] row0,
      float[] row1,
      float[] row2,
      float[] row3,
      int from,
      float[] target,
      int to,
      int step,
      int count) {
    int y = to;
    for (int j = from; j < from + count; j++) {
      target[y] = row0[j];
      target[y + 1] = row1[j];
      target[y + 2] = row2[j];
      target[y + 3] = row3[j];
      y += step;
    }
  }
}
