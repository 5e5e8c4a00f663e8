package org.synapt.backend.java;

import java.util.Arrays;

/**
 * Rows of sums, and a panel of rows that are added to them times numbers; on one thread, in its
 * memory, for products of any kind.
 *
 * <p>As in K. Goto and R. van de Geijn, Anatomy of High-Performance Matrix Multiplication, 2008:
 * the panel stays in the first-level cache while all sums pass by it. Unlike there, no sum stays in
 * registers, which a Java loop that vectorises cannot say; they are in the second-level cache until
 * all panels are through.
 */
final class PanelRows {
  /** Rows of a panel, a multiple of three: with 512 columns they are 24 KB. */
  static final int DEPTH = 12;

  /** Up to this width rows are short, and served by a loop of their own. */
  private static final int SHORT = 160;

  /** Floats in a line of the cache. */
  private static final int LINE = 16;

  /** Floats that HotSpot's header of an array takes the place of. */
  private static final int HEADER = 4;

  float[][] sums = {};
  final float[][] panel = new float[DEPTH][0];
  float[] spare = {};

  /** For each row of the panel, how far its numbers lie behind those of a. */
  final int[] steps = new int[DEPTH];

  /** The columns, and as many more as fill a vector. */
  int width;

  /** The most columns so far. */
  private int room;

  /**
   * Makes the memory large enough. Loops run over whole vectors of 16 floats: at 250 columns
   * HotSpot's loops before and after its vectors cost a third.
   */
  void prepare(int rows, int columns) {
    width = (columns + 15) & -16;
    if (sums.length < rows || room < width) {
      room = Math.max(room, width);
      sums = new float[Math.max(rows, sums.length)][];
      Arrays.setAll(sums, i -> row());
      Arrays.setAll(panel, i -> row());
      spare = row();
    }
  }

  /**
   * A row that takes whole lines of the cache, its header included, so that rows made one behind
   * the other begin alike: where some of a loop's rows straddle two lines with each vector and
   * others do not, it takes a sixth longer.
   */
  private float[] row() {
    return row(room);
  }

  /** Such a row for so many columns, a multiple of 16. */
  static float[] row(int columns) {
    return new float[columns + LINE - HEADER];
  }

  /**
   * Copies rows of a matrix, which may be transposed, to a panel. Columns that are too many, up to
   * {@code width}, are 0, so that no product of theirs takes long.
   */
  static void fill(
      float[][] panel,
      int width,
      float[] matrix,
      int at,
      int rowStep,
      int columnStep,
      int depth,
      int columns) {
    if (columnStep == 1) {
      for (int i = 0; i < depth; i++) {
        System.arraycopy(matrix, at + i * rowStep, panel[i], 0, columns);
      }
    } else {
      Strides.transpose(matrix, at, columnStep, panel, depth, columns);
    }
    for (int i = 0; i < depth; i++) {
      Arrays.fill(panel[i], columns, width, 0f);
    }
  }

  /** Sets the sums to 0. */
  void clear(int rows) {
    for (int i = 0; i < rows; i++) {
      Arrays.fill(sums[i], 0, width, 0f);
    }
  }

  /** {@code sums[i] = sums[i] + Σ a[at + i · rowStep + steps[p]] · panel[p]}, p ascending. */
  void add(float[] a, int at, int rowStep, int rows, int depth) {
    add(panel, a, at, rowStep, rows, depth);
  }

  /** The same with a panel from elsewhere, whose rows are as long. */
  void add(float[][] b, float[] a, int at, int rowStep, int rows, int depth) {
    int i = 0;
    for (; i < rows - 1; i += 2) {
      int u = at + i * rowStep;
      addToTwo(b, a, u, u + rowStep, depth, sums[i], sums[i + 1]);
    }
    if (i < rows) {
      addToOne(b, a, at + i * rowStep, depth, sums[i]);
    }
  }

  private void addToTwo(float[][] b, float[] a, int u, int v, int depth, float[] c0, float[] c1) {
    int p = 0;
    for (; p < depth - 2; p += 3) {
      int s0 = steps[p];
      int s1 = steps[p + 1];
      int s2 = steps[p + 2];
      addThreeToTwo(b, p, a[u + s0], a[u + s1], a[u + s2], a[v + s0], a[v + s1], a[v + s2], c0, c1);
    }
    for (; p < depth; p++) {
      RowUpdates.twoByOne(width, c0, c1, b[p], a[u + steps[p]], a[v + steps[p]]);
    }
  }

  private void addThreeToTwo(
      float[][] b,
      int p,
      float u0,
      float u1,
      float u2,
      float v0,
      float v1,
      float v2,
      float[] c0,
      float[] c1) {
    float[] b0 = b[p];
    float[] b1 = b[p + 1];
    float[] b2 = b[p + 2];
    if (width <= SHORT) {
      ShortRowUpdates.twoByThree(width, c0, c1, b0, b1, b2, u0, u1, u2, v0, v1, v2);
    } else {
      RowUpdates.twoByThree(width, c0, c1, b0, b1, b2, u0, u1, u2, v0, v1, v2);
    }
  }

  private void addToOne(float[][] b, float[] a, int u, int depth, float[] c) {
    int p = 0;
    for (; p < depth - 2; p += 3) {
      RowUpdates.oneByThree(
          width,
          c,
          b[p],
          b[p + 1],
          b[p + 2],
          a[u + steps[p]],
          a[u + steps[p + 1]],
          a[u + steps[p + 2]]);
    }
    for (; p < depth; p++) {
      RowUpdates.oneByOne(width, c, b[p], a[u + steps[p]]);
    }
  }
}
