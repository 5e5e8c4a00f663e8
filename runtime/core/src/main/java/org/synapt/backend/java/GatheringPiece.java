package org.synapt.backend.java;

import java.util.Arrays;

/**
 * Computes a piece of a {@link Gathering}, on one thread, in memory of its own.
 *
 * <p>The sources lie as {@link Planes}. For a block of results, each tap and channel is then one
 * stretch of a plane: it is copied to a row of a panel, and added to the rows of results times its
 * weights.
 */
final class GatheringPiece {
  /** The most results in a block: an image of 28x28 is one. */
  private static final int COLUMNS = 832;

  /** The most rows in a block; with 512 columns they are 256 KB, as second-level caches hold. */
  private static final int ROWS = 128;

  private final Planes planes = new Planes();
  private final PanelRows panels = new PanelRows();
  private final float[][] operands = new float[2][0];
  private Gathering g;
  private PlaneLayout layout;
  private int group;
  private int image;
  private int images;
  private int cut;
  private int[] tapAt = {};
  private int[] tapWeight = {};
  private int taps;

  /** Results of the phase along each axis, and where they lie in the target. */
  private final int[] counts = new int[3];

  private final int[] phases = new int[3];

  /** Computes some rows of some images, for results along the cut axis from {@code cutAt}. */
  void run(
      Gathering gathering,
      PlaneLayout pieceLayout,
      int pieceGroup,
      int firstImage,
      int imageCount,
      int cutAt,
      int row,
      int endRow) {
    g = gathering;
    layout = pieceLayout;
    group = pieceGroup;
    image = firstImage;
    images = imageCount;
    cut = cutAt;
    planes.fill(g, layout, group, image, images, cut);
    for (int a = 0; a < g.axes[0].phases; a++) {
      for (int b = 0; b < g.axes[1].phases; b++) {
        for (int c = 0; c < g.axes[2].phases; c++) {
          setPhase(0, a);
          setPhase(1, b);
          setPhase(2, c);
          if (Math.min(counts[0], Math.min(counts[1], counts[2])) > 0) {
            findTaps();
            phase(row, endRow);
          }
        }
      }
    }
  }

  private void setPhase(int i, int phase) {
    phases[i] = phase;
    int count = g.axes[i].count(phase);
    counts[i] = i == layout.cutAxis ? Math.min(layout.counts[i], count - cut) : count;
  }

  private void findTaps() {
    TapAxis[] axes = g.axes;
    int most = axes[0].size * axes[1].size * axes[2].size;
    if (tapAt.length < most) {
      tapAt = new int[most];
      tapWeight = new int[most];
    }
    taps = 0;
    for (int a = axes[0].firstTap(phases[0]); a < axes[0].endTap(phases[0]); a++) {
      for (int b = axes[1].firstTap(phases[1]); b < axes[1].endTap(phases[1]); b++) {
        for (int c = axes[2].firstTap(phases[2]); c < axes[2].endTap(phases[2]); c++) {
          tapAt[taps] = planes.tapAt(a, b, c);
          tapWeight[taps] = g.index(a, b, c) * g.weightTapStep;
          taps++;
        }
      }
    }
  }

  /** The last result's number and one. */
  private int span() {
    return (images - 1) * layout.image
        + (counts[0] - 1) * layout.area
        + (counts[1] - 1) * layout.line
        + counts[2];
  }

  /** Into how many blocks so many results are divided. */
  static int blocks(int span) {
    return (span + COLUMNS - 1) / COLUMNS;
  }

  /** The results of each of those blocks. */
  static int width(int span) {
    int blocks = blocks(span);
    return ((span + blocks - 1) / blocks + 15) & -16;
  }

  private void phase(int row, int endRow) {
    int span = span();
    int width = width(span);
    for (int i = row; i < endRow; i += ROWS) {
      int rows = Math.min(ROWS, endRow - i);
      for (int from = 0; from < span; from += width) {
        block(i, rows, from, Math.min(width, span - from));
      }
    }
  }

  private void block(int row, int rows, int from, int columns) {
    panels.prepare(rows, columns);
    panels.clear(rows);
    if (g.add) {
      exchange(row, rows, from, columns, /* take= */ true);
    }
    int depth = 0;
    for (int tap = 0; tap < taps; tap++) {
      for (int k = 0; k < g.depth; k++) {
        int at = tapAt[tap] + k * layout.plane + from;
        System.arraycopy(planes.floats, at, panels.panel[depth], 0, panels.width);
        panels.steps[depth] = tapWeight[tap] + k * g.weightDepthStep;
        depth++;
        if (depth == PanelRows.DEPTH) {
          addPanel(row, rows, depth);
          depth = 0;
        }
      }
    }
    addPanel(row, rows, depth);
    finish(row, rows, from, columns);
  }

  private void addPanel(int row, int rows, int depth) {
    int at = g.weightAt + group * g.weightGroupStep + row * g.weightRowStep;
    panels.add(g.weight, at, g.weightRowStep, rows, depth);
  }

  private void finish(int row, int rows, int from, int columns) {
    if (g.formula != null) {
      operands[1] = panels.spare;
      for (int i = 0; i < rows; i++) {
        if (g.bias != null) {
          float b = g.bias[g.biasAt + group * g.rows + row + i];
          Arrays.fill(panels.spare, 0, panels.width, b);
        }
        operands[0] = panels.sums[i];
        g.formula.apply(panels.width, panels.sums[i], operands);
      }
    }
    exchange(row, rows, from, columns, /* take= */ false);
  }

  /** Copies a block's results to the target, or from there. */
  private void exchange(int row, int rows, int from, int columns, boolean take) {
    int lines = layout.area / layout.line;
    int areas = layout.image / layout.area;
    int line = from / layout.line;
    for (; line * layout.line < from + columns; line++) {
      int lineAt = line * layout.line;
      int first = Math.max(0, from - lineAt);
      int end = Math.min(counts[2], from + columns - lineAt);
      int u = line / lines % areas;
      int v = line % lines;
      if (first < end && v < counts[1] && u < counts[0]) {
        int to = target(line / lines / areas, u, v, first) + row;
        int step = g.axes[2].phases * g.targetChannels();
        int at = lineAt + first - from;
        if (take) {
          take(rows, at, to, step, end - first);
        } else {
          Strides.ravel(panels.sums, at, g.target, to, step, rows, end - first);
        }
      }
    }
  }

  private void take(int rows, int at, int from, int step, int count) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < count; j++) {
        panels.sums[i][at + j] = g.target[from + i + j * step];
      }
    }
  }

  /** Where the first row of a result lies in the target. */
  private int target(int imageInPiece, int u, int v, int w) {
    int position = image + imageInPiece;
    position = position * g.axes[0].results + result(0, u);
    position = position * g.axes[1].results + result(1, v);
    position = position * g.axes[2].results + result(2, w);
    return g.targetAt + position * g.targetChannels() + group * g.rows;
  }

  private int result(int i, int number) {
    int cutNumber = i == layout.cutAxis ? number + cut : number;
    return cutNumber * g.axes[i].phases + phases[i];
  }
}
