package org.synapt.backend.java;

import java.util.Arrays;

/**
 * Multiplies a block of c, on one thread, in memory of its own.
 *
 * <p>As in K. Goto and R. van de Geijn, Anatomy of High-Performance Matrix Multiplication, 2008: a
 * panel of b stays in the first-level cache while all rows of the block pass by it. Unlike there,
 * nothing of c stays in registers, which a Java loop that vectorises cannot say; rows of c are kept
 * in scratch rows, in the second-level cache, until all panels are through.
 */
final class ProductBlock {
  /** The most columns: a panel, two rows of c and some of a fit 32 KB, a first-level cache. */
  static final int COLUMNS = 512;

  /** The most rows: with 512 columns they are 256 KB, what most second-level caches hold. */
  static final int ROWS = 128;

  /** Rows of b in a panel, a multiple of three: with 512 columns they are 24 KB. */
  private static final int PANEL = 12;

  private float[][] cRows = {};
  private final float[][] panel = new float[PANEL][0];
  private final float[][] operands = new float[2][0];
  private int width;

  /** Computes rows from {@code row} and columns from {@code column}; at most ROWS by COLUMNS. */
  void multiply(Product p, int row, int rows, int column, int columns) {
    prepare(rows, columns);
    begin(p, row, rows, column, columns);
    for (int from = 0; from < p.k; from += PANEL) {
      int depth = Math.min(PANEL, p.k - from);
      fillPanel(p, from, depth, column, columns);
      addPanel(p, row, rows, from, depth);
    }
    finish(p, row, rows, column, columns);
  }

  /**
   * Makes the scratch large enough. Loops run over whole vectors of 16 floats, the columns that are
   * too many being 0: at 250 columns HotSpot's loops before and after its vectors cost a third.
   */
  private void prepare(int rows, int columns) {
    width = (columns + 15) & -16;
    int length = panel[0].length;
    if (cRows.length < rows || length < width) {
      length = Math.max(length, width);
      cRows = new float[Math.max(rows, cRows.length)][length];
      for (int i = 0; i < PANEL; i++) {
        panel[i] = new float[length];
      }
      operands[1] = new float[length];
    }
  }

  private void begin(Product p, int row, int rows, int column, int columns) {
    for (int i = 0; i < rows; i++) {
      if (p.add) {
        Strides.gather(p.c, p.cAt(row + i, column), p.cColumnStep, cRows[i], columns);
        Arrays.fill(cRows[i], columns, width, 0f);
      } else {
        Arrays.fill(cRows[i], 0, width, 0f);
      }
    }
  }

  private void finish(Product p, int row, int rows, int column, int columns) {
    for (int i = 0; i < rows; i++) {
      if (p.formula != null) {
        // One vector serves all rows, unless the product is transposed.
        if (p.bias != null && (i == 0 || p.biasRowStep != 0)) {
          int at = p.biasAt(row + i, column);
          Strides.gather(p.bias, at, p.biasColumnStep, operands[1], columns);
        }
        operands[0] = cRows[i];
        p.formula.apply(columns, cRows[i], operands);
      }
      Strides.scatter(cRows[i], p.c, p.cAt(row + i, column), p.cColumnStep, columns);
    }
  }

  private void fillPanel(Product p, int from, int depth, int column, int columns) {
    int at = p.bAt + from * p.bRowStep + column * p.bColumnStep;
    if (p.bColumnStep == 1) {
      for (int i = 0; i < depth; i++) {
        System.arraycopy(p.b, at + i * p.bRowStep, panel[i], 0, columns);
      }
    } else {
      Strides.transpose(p.b, at, p.bColumnStep, panel, depth, columns);
    }
    for (int i = 0; i < depth; i++) {
      Arrays.fill(panel[i], columns, width, 0f);
    }
  }

  private void addPanel(Product p, int row, int rows, int from, int depth) {
    int at = p.aAt + row * p.aRowStep + from * p.aColumnStep;
    int i = 0;
    for (; i < rows - 1; i += 2) {
      addToTwo(p.a, at + i * p.aRowStep, p.aRowStep, p.aColumnStep, depth, cRows[i], cRows[i + 1]);
    }
    if (i < rows) {
      addToOne(p.a, at + i * p.aRowStep, p.aColumnStep, depth, cRows[i]);
    }
  }

  private void addToTwo(
      float[] a, int at, int rowStep, int step, int depth, float[] c0, float[] c1) {
    int p = 0;
    for (; p < depth - 2; p += 3) {
      int u = at + p * step;
      int v = u + rowStep;
      RowUpdates.twoByThree(
          width,
          c0,
          c1,
          panel[p],
          panel[p + 1],
          panel[p + 2],
          a[u],
          a[u + step],
          a[u + 2 * step],
          a[v],
          a[v + step],
          a[v + 2 * step]);
    }
    for (; p < depth; p++) {
      RowUpdates.twoByOne(width, c0, c1, panel[p], a[at + p * step], a[at + rowStep + p * step]);
    }
  }

  private void addToOne(float[] a, int at, int step, int depth, float[] c) {
    int p = 0;
    for (; p < depth - 2; p += 3) {
      int u = at + p * step;
      RowUpdates.oneByThree(
          width, c, panel[p], panel[p + 1], panel[p + 2], a[u], a[u + step], a[u + 2 * step]);
    }
    for (; p < depth; p++) {
      RowUpdates.oneByOne(width, c, panel[p], a[at + p * step]);
    }
  }
}
