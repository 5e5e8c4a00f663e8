package org.synapt.backend.java;

import org.synapt.kernel.Formula;

/** Multiplies a block of c, on one thread, in memory of its own: rows of b pass by as panels. */
final class ProductBlock {
  /** The most columns: a panel, two rows of c and some of a fit 32 KB, a first-level cache. */
  static final int COLUMNS = 512;

  /** The most rows: with 512 columns they are 256 KB, what most second-level caches hold. */
  static final int ROWS = 128;

  private final PanelRows panels = new PanelRows();
  private final float[][] operands = new float[2][0];

  /** Computes rows from {@code row} and columns from {@code column}; at most ROWS by COLUMNS. */
  void multiply(Product p, int row, int rows, int column, int columns) {
    panels.prepare(rows, columns);
    for (int i = 0; i < PanelRows.DEPTH; i++) {
      panels.steps[i] = i * p.aColumnStep;
    }
    begin(p, row, rows, column, columns);
    for (int from = 0; from < p.k; from += PanelRows.DEPTH) {
      int depth = Math.min(PanelRows.DEPTH, p.k - from);
      fillPanel(p, from, depth, column, columns);
      int at = p.aAt + row * p.aRowStep + from * p.aColumnStep;
      panels.add(p.a, at, p.aRowStep, rows, depth);
    }
    finish(p, row, rows, column, columns);
  }

  private void begin(Product p, int row, int rows, int column, int columns) {
    panels.clear(rows);
    if (p.add) {
      for (int i = 0; i < rows; i++) {
        Strides.gather(p.c, p.cAt(row + i, column), p.cColumnStep, panels.sums[i], columns);
      }
    }
  }

  private void finish(Product p, int row, int rows, int column, int columns) {
    for (int i = 0; i < rows; i++) {
      float[] sums = panels.sums[i];
      if (p.formula != null) {
        // One vector serves all rows, unless the product is transposed.
        if (p.bias != null && (i == 0 || p.biasRowStep != 0)) {
          int at = p.biasAt(row + i, column);
          Strides.gather(p.bias, at, p.biasColumnStep, panels.spare, columns);
        }
        apply(p.formula, columns, sums);
      }
      Strides.scatter(sums, p.c, p.cAt(row + i, column), p.cColumnStep, columns);
    }
  }

  private void apply(Formula f, int columns, float[] sums) {
    operands[0] = sums;
    operands[1] = panels.spare;
    f.apply(columns, sums, operands);
  }

  private void fillPanel(Product p, int from, int depth, int column, int columns) {
    int at = p.bAt + from * p.bRowStep + column * p.bColumnStep;
    PanelRows.fill(panels.panel, panels.width, p.b, at, p.bRowStep, p.bColumnStep, depth, columns);
  }
}
