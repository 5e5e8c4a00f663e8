package org.synapt.backend.java;

import java.util.Arrays;

/**
 * Computes a piece of a {@link Gathering} whose groups have one channel or so, on one thread, in
 * memory of its own.
 *
 * <p>Channels stay innermost, and the weights are rows too: those of a tap, repeated for each
 * result of a block. Sums have the order that {@link Gathering} says.
 */
final class ChannelPiece {
  private final ChannelLines lines = new ChannelLines();
  private final float[][] operands = new float[2][0];
  private float[][] weights = {};
  private float[] sums = {};
  private float[] bias = {};
  private Gathering g;
  private final int[] phases = new int[3];

  /** Computes an image's results along an axis, from {@code from} up to {@code to}, in a part. */
  void run(Gathering gathering, int image, int part, int axis, int from, int to) {
    g = gathering;
    for (int a = 0; a < g.axes[0].phases; a++) {
      for (int b = 0; b < g.axes[1].phases; b++) {
        for (int c = 0; c < g.axes[2].phases; c++) {
          phases[0] = a;
          phases[1] = b;
          phases[2] = c;
          phase(image, part, axis, from, to);
        }
      }
    }
  }

  private void phase(int image, int part, int axis, int from, int to) {
    lines.begin(g, phases[0], phases[1], phases[2], part);
    int results = g.axes[2].count(phases[2]);
    int columns = ChannelLines.columns(g);
    makeRoom(columns);
    fillWeights(ChannelLines.firstChannel(g, part), columns);
    int u0 = axis == 0 ? from : 0;
    int u1 = Math.min(g.axes[0].count(phases[0]), axis == 0 ? to : Integer.MAX_VALUE);
    int v0 = axis == 1 ? from : 0;
    int v1 = Math.min(g.axes[1].count(phases[1]), axis == 1 ? to : Integer.MAX_VALUE);
    for (int column = 0; column < results; column += columns) {
      int some = Math.min(columns, results - column);
      lines.setBlock(column, some);
      for (int u = u0; u < u1; u++) {
        for (int v = v0; v < v1; v++) {
          lines.find(image, u, v);
          line(targetAt(image, u, v, column, part), some);
        }
      }
    }
  }

  private int targetAt(int image, int u, int v, int column, int part) {
    TapAxis[] axes = g.axes;
    int position = image * axes[0].results + u * axes[0].phases + phases[0];
    position = position * axes[1].results + v * axes[1].phases + phases[1];
    position = position * axes[2].results + column * axes[2].phases + phases[2];
    return g.targetAt + position * g.targetChannels() + ChannelLines.firstChannel(g, part);
  }

  private void makeRoom(int columns) {
    int floats = (columns * lines.channels + 15) & -16;
    if (weights.length < lines.count || sums.length < floats) {
      int length = Math.max(floats, sums.length);
      weights = new float[Math.max(weights.length, lines.count)][length];
      sums = new float[length];
      bias = new float[length];
    }
  }

  /** Repeats the weights of each tap, and the bias, for each result of a block. */
  private void fillWeights(int first, int columns) {
    int found = 0;
    TapAxis[] axes = g.axes;
    for (int a = axes[0].firstTap(phases[0]); a < axes[0].endTap(phases[0]); a++) {
      for (int b = axes[1].firstTap(phases[1]); b < axes[1].endTap(phases[1]); b++) {
        for (int c = axes[2].firstTap(phases[2]); c < axes[2].endTap(phases[2]); c++) {
          int tapAt = g.weightAt + g.index(a, b, c) * g.weightTapStep;
          for (int k = 0; k < g.depth; k++) {
            fillWeight(weights[found++], tapAt + k * g.weightDepthStep, first, columns);
          }
        }
      }
    }
    if (g.bias != null) {
      System.arraycopy(g.bias, g.biasAt + first, bias, 0, lines.channels);
      repeat(bias, columns);
    }
  }

  private void fillWeight(float[] row, int at, int first, int columns) {
    int to = 0;
    for (int group = first / g.rows; to < lines.channels; group++) {
      for (int r = 0; r < g.rows; r++) {
        row[to++] = g.weight[at + group * g.weightGroupStep + r * g.weightRowStep];
      }
    }
    repeat(row, columns);
  }

  private void repeat(float[] row, int columns) {
    for (int j = 1; j < columns; j++) {
      System.arraycopy(row, 0, row, j * lines.channels, lines.channels);
    }
  }

  private void line(int at, int columns) {
    Arrays.fill(sums, 0, lines.width, 0f);
    if (g.add) {
      for (int j = 0; j < columns; j++) {
        int from = at + j * g.axes[2].phases * g.targetChannels();
        System.arraycopy(g.target, from, sums, j * lines.channels, lines.channels);
      }
    }
    add();
    if (g.formula != null) {
      operands[0] = sums;
      operands[1] = bias;
      g.formula.apply(lines.width, sums, operands);
    }
    int step = g.axes[2].phases * g.targetChannels();
    if (step == lines.channels) {
      System.arraycopy(sums, 0, g.target, at, columns * step);
      return;
    }
    for (int j = 0; j < columns; j++) {
      System.arraycopy(sums, j * lines.channels, g.target, at + j * step, lines.channels);
    }
  }

  private void add() {
    float[][] x = lines.taps;
    int i = 0;
    for (; i < lines.count - 2; i += 3) {
      RowUpdates.addThreeProducts(
          lines.width, sums, x[i], x[i + 1], x[i + 2], weights[i], weights[i + 1], weights[i + 2]);
    }
    for (; i < lines.count; i++) {
      ColumnBlocks.addProducts(lines.width, x[i], weights[i], sums);
    }
  }
}
