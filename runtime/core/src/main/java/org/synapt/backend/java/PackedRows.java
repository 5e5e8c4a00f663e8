package org.synapt.backend.java;

import java.util.Arrays;

/**
 * Matrices copied to panels once, for many small products by them: what {@link ProductBlock} copies
 * for each of its blocks again.
 */
final class PackedRows {
  private float[][][] panels = {};
  private int room;
  private int depth;
  private int columns;

  /** Begins to pack a matrix of 0. */
  void begin(int depth, int columns) {
    this.depth = depth;
    this.columns = columns;
    int width = (columns + 15) & -16;
    makeRoom((depth + PanelRows.DEPTH - 1) / PanelRows.DEPTH, width);
    for (int p = 0; p < depth; p++) {
      Arrays.fill(row(p), 0, width, 0f);
    }
  }

  private void makeRoom(int count, int width) {
    if (panels.length < count || room < width) {
      room = Math.max(room, width);
      panels = new float[Math.max(count, panels.length)][PanelRows.DEPTH][];
      for (float[][] panel : panels) {
        for (int i = 0; i < panel.length; i++) {
          panel[i] = PanelRows.row(room);
        }
      }
    }
  }

  private float[] row(int p) {
    return panels[p / PanelRows.DEPTH][p % PanelRows.DEPTH];
  }

  /** {@code this[p, j] = matrix[at + p · step + j]} for j below {@code count}. */
  void put(float[] matrix, int at, int step, int count) {
    for (int p = 0; p < depth; p++) {
      System.arraycopy(matrix, at + p * step, row(p), 0, count);
    }
  }

  /** {@code this[p, column + j] = matrix[at + p + j · step]} for j below {@code count}. */
  void putTransposed(int column, float[] matrix, int at, int step, int count) {
    for (int from = 0; from < depth; from += PanelRows.DEPTH) {
      float[][] panel = panels[from / PanelRows.DEPTH];
      int rows = Math.min(PanelRows.DEPTH, depth - from);
      for (int j = 0; j < count; j++) {
        int source = at + from + j * step;
        for (int i = 0; i < rows; i++) {
          panel[i][column + j] = matrix[source + i];
        }
      }
    }
  }

  /** {@code sums[i] = sums[i] + a[i] · this}, with a[i, p] at {@code at + i · rowStep + p}. */
  void addTo(PanelRows sums, float[] a, int at, int rowStep, int rows) {
    sums.prepare(rows, columns);
    for (int i = 0; i < PanelRows.DEPTH; i++) {
      sums.steps[i] = i;
    }
    for (int from = 0; from < depth; from += PanelRows.DEPTH) {
      float[][] panel = panels[from / PanelRows.DEPTH];
      sums.add(panel, a, at + from, rowStep, rows, Math.min(PanelRows.DEPTH, depth - from));
    }
  }
}
