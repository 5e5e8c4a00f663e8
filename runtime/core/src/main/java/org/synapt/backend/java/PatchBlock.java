package org.synapt.backend.java;

import java.util.Arrays;

/** Sums a block of a {@link PatchSum} over some images, on one thread, in memory of its own. */
final class PatchBlock {
  /** Floats of the padded image that is kept, about; a second-level cache holds them. */
  private static final int KEPT = 1 << 16;

  private final PanelRows panels = new PanelRows();
  private float[] padded = {};
  private PatchSum s;
  private int group;
  private int cutAxis;
  private int cut;
  private int segments;
  private int[] segmentFrom = {};
  private int[] segmentTo = {};
  private int[] segmentLength = {};
  private final int[] counts = new int[3];
  private final int[] lengths = new int[3];
  private final int[] first = new int[3];

  /** Sums rows and columns of c over images; c's rows are written behind each other. */
  void run(
      PatchSum sum,
      int sumGroup,
      int image,
      int endImage,
      int row,
      int rows,
      int column,
      int columns,
      float[] c,
      int at) {
    s = sum;
    group = sumGroup;
    panels.prepare(rows, columns);
    panels.clear(rows);
    if (s.positions() > 0) {
      chooseCut();
      sum(image, endImage, row, rows, column, columns);
    }
    for (int i = 0; i < rows; i++) {
      System.arraycopy(panels.sums[i], 0, c, at + i * s.columns(), columns);
    }
  }

  private void sum(int image, int endImage, int row, int rows, int column, int columns) {
    for (int i = 0; i < PanelRows.DEPTH; i++) {
      Arrays.fill(panels.panel[i], columns, panels.width, 0f);
      panels.steps[i] = i * s.groups * s.rows;
    }
    findSegments(column, column + columns);
    for (int b = image; b < endImage; b++) {
      for (int from = 0; from < s.axes[cutAxis].count; from += cut) {
        setCut(from);
        pad(b);
        add(b, row, rows);
      }
    }
  }

  /** Cuts the image along its first axis of more than one position, if it is large. */
  private void chooseCut() {
    cutAxis = 0;
    while (cutAxis < 2 && s.axes[cutAxis].count == 1) {
      cutAxis++;
    }
    long floats = s.depth;
    for (WindowAxis axis : s.axes) {
      floats *= axis.length();
    }
    int count = s.axes[cutAxis].count;
    int parts = (int) Math.max(1, Math.min(count, (floats + KEPT - 1) / KEPT));
    cut = (count + parts - 1) / parts;
    setLengths(cut);
  }

  private void setLengths(int cutCount) {
    long floats = s.depth;
    for (int i = 0; i < 3; i++) {
      WindowAxis axis = s.axes[i];
      counts[i] = i == cutAxis ? cutCount : axis.count;
      lengths[i] = axis.length() - (axis.count - counts[i]) * axis.stride;
      floats *= lengths[i];
    }
    if (padded.length < floats) {
      padded = new float[(int) floats];
    }
  }

  private void setCut(int from) {
    setLengths(Math.min(cut, s.axes[cutAxis].count - from));
    for (int i = 0; i < 3; i++) {
      first[i] = (i == cutAxis ? from * s.axes[i].stride : 0) - s.axes[i].before;
    }
  }

  /** Copies a group's channels of what patches reach over, zeros where there is no image. */
  private void pad(int b) {
    int line = lengths[2] * s.depth;
    for (int u = 0; u < lengths[0]; u++) {
      for (int v = 0; v < lengths[1]; v++) {
        int at = (u * lengths[1] + v) * line;
        int x = u + first[0];
        int y = v + first[1];
        if (x < 0 || x >= s.axes[0].extent || y < 0 || y >= s.axes[1].extent) {
          Arrays.fill(padded, at, at + line, 0f);
        } else {
          padLine(((b * s.axes[0].extent) + x) * s.axes[1].extent + y, at);
        }
      }
    }
  }

  private void padLine(int imageLine, int at) {
    int extent = s.axes[2].extent;
    int from = Math.min(lengths[2], Math.max(0, -first[2]));
    int to = Math.max(from, Math.min(lengths[2], extent - first[2]));
    Arrays.fill(padded, at, at + from * s.depth, 0f);
    Arrays.fill(padded, at + to * s.depth, at + lengths[2] * s.depth, 0f);
    int channels = s.groups * s.depth;
    int x = s.imageAt + (imageLine * extent + from + first[2]) * channels + group * s.depth;
    if (from == to) {
      return; // All of it is padding, and x lies outside of the image.
    }
    if (s.groups == 1) {
      System.arraycopy(s.image, x, padded, at + from * s.depth, (to - from) * s.depth);
      return;
    }
    for (int j = from; j < to; j++) {
      System.arraycopy(s.image, x + (j - from) * channels, padded, at + j * s.depth, s.depth);
    }
  }

  /** Finds the stretches of the padded image that make up columns of a patch. */
  private void findSegments(int column, int endColumn) {
    int most = s.taps();
    if (segmentFrom.length < most) {
      segmentFrom = new int[most];
      segmentTo = new int[most];
      segmentLength = new int[most];
    }
    segments = 0;
    int at = 0;
    for (int u = 0; u < s.axes[0].size; u++) {
      for (int v = 0; v < s.axes[1].size; v++) {
        for (int w = 0; w < s.axes[2].size; w++) {
          int from = Math.max(0, column - at);
          int to = Math.min(s.depth, endColumn - at);
          if (from < to) {
            addSegment(patchAt(u, v, w) + from, at + from - column, to - from);
          }
          at += s.depth;
        }
      }
    }
  }

  private int patchAt(int u, int v, int w) {
    int at = u * s.axes[0].dilation * lengths[1] + v * s.axes[1].dilation;
    return (at * lengths[2] + w * s.axes[2].dilation) * s.depth;
  }

  private void addSegment(int from, int to, int length) {
    int last = segments - 1;
    if (segments > 0 && segmentFrom[last] + segmentLength[last] == from) {
      segmentLength[last] += length;
      return;
    }
    segmentFrom[segments] = from;
    segmentTo[segments] = to;
    segmentLength[segments] = length;
    segments++;
  }

  private void add(int b, int row, int rows) {
    int channels = s.groups * s.rows;
    int position = b * s.positions() + cutPositions();
    int at = s.singleAt + position * channels + group * s.rows + row;
    int depth = 0;
    for (int u = 0; u < counts[0]; u++) {
      for (int v = 0; v < counts[1]; v++) {
        int from =
            (u * s.axes[0].stride * lengths[1] + v * s.axes[1].stride) * lengths[2] * s.depth;
        for (int w = 0; w < counts[2]; w++) {
          fillPanel(depth, from + w * s.axes[2].stride * s.depth);
          depth++;
          if (depth == PanelRows.DEPTH) {
            panels.add(s.single, at, 1, rows, depth);
            at += depth * channels;
            depth = 0;
          }
        }
      }
    }
    panels.add(s.single, at, 1, rows, depth);
  }

  /** The positions of an image before the cut. */
  private int cutPositions() {
    int from = (first[cutAxis] + s.axes[cutAxis].before) / s.axes[cutAxis].stride;
    for (int i = cutAxis + 1; i < 3; i++) {
      from *= s.axes[i].count;
    }
    return from;
  }

  private void fillPanel(int p, int from) {
    float[] row = panels.panel[p];
    for (int i = 0; i < segments; i++) {
      System.arraycopy(padded, from + segmentFrom[i], row, segmentTo[i], segmentLength[i]);
    }
  }
}
