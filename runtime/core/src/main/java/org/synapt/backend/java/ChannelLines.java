package org.synapt.backend.java;

import java.util.Arrays;

/**
 * Lines of a source as taps see them, channels innermost: for each tap a row of floats that begins
 * at 0, result by result, and within each channel by channel of the target.
 *
 * <p>A line of the source serves several lines of results, so some are kept. Lines are cut to
 * blocks of some results or, where there are many channels, of some channels of one result.
 */
final class ChannelLines {
  /** The most floats of a block, unless a group has more. */
  private static final int FLOATS = 512;

  private Gathering g;
  private final int[] phases = new int[3];
  private int channel;

  /** Channels of the target in a block. */
  int channels;

  private int column;
  private int columns;

  /** Floats of a row: results times channels, and as many more as fill a vector. */
  int width;

  /** For each tap of a line of results and each channel of its group, a row. */
  float[][] taps = {};

  /** How many of those there are. */
  int count;

  private int kept0;
  private int kept1;
  private int rowsOfLine;
  private float[][] rows = {};
  private int[] line0 = {};
  private int[] line1 = {};
  private boolean[] filled = {};

  /** Into how many parts the target's channels are divided. */
  static int parts(Gathering g) {
    return Math.min(g.groups, (g.targetChannels() + FLOATS - 1) / FLOATS);
  }

  /** The first channel of a part. */
  static int firstChannel(Gathering g, int part) {
    return Parts.begin(g.groups, part, parts(g)) * g.rows;
  }

  /** The most results of a block. */
  static int columns(Gathering g) {
    int count = Math.max(1, g.axes[2].count(0));
    int most = Math.max(1, FLOATS / g.targetChannels());
    int blocks = (count + most - 1) / most;
    return (count + blocks - 1) / blocks;
  }

  /** Sets which of the results' phases and which channels are asked for. */
  void begin(Gathering gathering, int phase0, int phase1, int phase2, int part) {
    g = gathering;
    phases[0] = phase0;
    phases[1] = phase1;
    phases[2] = phase2;
    channel = firstChannel(g, part);
    channels = firstChannel(g, part + 1) - channel;
    kept0 = kept(0);
    kept1 = kept(1);
    rowsOfLine = taps(2) * g.depth;
    count = taps(0) * taps(1) * rowsOfLine;
    makeRoom((columns(g) * channels + 15) & -16);
  }

  private void makeRoom(int length) {
    int most = kept0 * kept1;
    if (filled.length < most) {
      line0 = new int[most];
      line1 = new int[most];
      filled = new boolean[most];
    }
    if (taps.length < count) {
      taps = new float[count][];
    }
    if (rows.length < most * rowsOfLine || rows[0].length < length) {
      int longest = rows.length == 0 ? length : Math.max(length, rows[0].length);
      rows = new float[Math.max(rows.length, most * rowsOfLine)][longest];
    }
  }

  private int taps(int axis) {
    return g.axes[axis].endTap(phases[axis]) - g.axes[axis].firstTap(phases[axis]);
  }

  /** How many neighbouring lines are kept along an axis: as many as a result's taps reach over. */
  private int kept(int axis) {
    int first = g.axes[axis].firstTap(phases[axis]);
    int end = g.axes[axis].endTap(phases[axis]);
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (int tap = first; tap < end; tap++) {
      low = Math.min(low, g.axes[axis].origin(tap));
      high = Math.max(high, g.axes[axis].origin(tap));
    }
    return first == end ? 0 : high - low + 1;
  }

  /** Sets which results of a line are asked for, and forgets the lines of another image. */
  void setBlock(int firstColumn, int columnCount) {
    column = firstColumn;
    columns = columnCount;
    width = (columns * channels + 15) & -16;
    Arrays.fill(filled, 0, kept0 * kept1, false);
  }

  /** Finds the taps of a line of results. */
  void find(int image, int u, int v) {
    TapAxis[] axes = g.axes;
    int found = 0;
    for (int a = axes[0].firstTap(phases[0]); a < axes[0].endTap(phases[0]); a++) {
      int y0 = u * axes[0].sourceStep + axes[0].origin(a);
      for (int b = axes[1].firstTap(phases[1]); b < axes[1].endTap(phases[1]); b++) {
        int y1 = v * axes[1].sourceStep + axes[1].origin(b);
        int at = Math.floorMod(y0, kept0) * kept1 + Math.floorMod(y1, kept1);
        if (!filled[at] || line0[at] != y0 || line1[at] != y1) {
          fill(at, image, y0, y1);
        }
        for (int i = 0; i < rowsOfLine; i++) {
          taps[found++] = rows[at * rowsOfLine + i];
        }
      }
    }
  }

  private void fill(int at, int image, int y0, int y1) {
    filled[at] = true;
    line0[at] = y0;
    line1[at] = y1;
    TapAxis[] axes = g.axes;
    boolean inside = y0 >= 0 && y0 < axes[0].sources && y1 >= 0 && y1 < axes[1].sources;
    int line = (image * axes[0].sources + y0) * axes[1].sources + y1;
    int first = axes[2].firstTap(phases[2]);
    for (int i = 0; i < rowsOfLine; i++) {
      float[] row = rows[at * rowsOfLine + i];
      if (inside) {
        fillRow(row, line, axes[2].origin(first + i / g.depth), i % g.depth);
      } else {
        Arrays.fill(row, 0, width, 0f);
      }
    }
  }

  private void fillRow(float[] row, int line, int origin, int k) {
    TapAxis axis = g.axes[2];
    int step = axis.sourceStep;
    int from = Math.max(0, -Math.floorDiv(origin, step) - column);
    from = Math.min(columns, from);
    int to = Math.floorDiv(axis.sources - origin + step - 1, step) - column;
    to = Math.max(from, Math.min(columns, to));
    Arrays.fill(row, 0, from * channels, 0f);
    Arrays.fill(row, to * channels, width, 0f);
    int position = line * axis.sources + (column + from) * step + origin;
    int at = g.sourceAt + position * g.sourceChannels() + channel / g.rows * g.depth + k;
    if (from < to) {
      fillColumns(row, from, to, at, step * g.sourceChannels());
    }
  }

  private void fillColumns(float[] row, int from, int to, int at, int step) {
    if (g.rows * g.depth > 1) {
      for (int j = from; j < to; j++) {
        repeat(g.source, at + (j - from) * step, g.depth, row, j * channels, g.rows, channels);
      }
    } else if (step == channels) {
      System.arraycopy(g.source, at, row, from * channels, (to - from) * channels);
    } else {
      for (int j = from; j < to; j++) {
        System.arraycopy(g.source, at + (j - from) * step, row, j * channels, channels);
      }
    }
  }

  /** Takes a float at every step, so many times each. */
  private static void repeat(
      float[] source, int from, int step, float[] row, int to, int times, int count) {
    int x = from;
    for (int at = to; at < to + count; at += times) {
      float value = source[x];
      for (int i = at; i < at + times; i++) {
        row[i] = value;
      }
      x += step;
    }
  }
}
