package org.synapt.backend.java;

import java.util.Arrays;

/**
 * Sums the products of dy and what each tap of x is for it, for groups of one channel of x; on one
 * thread, in memory of its own.
 */
final class ChannelWeights {
  private final ChannelLines lines = new ChannelLines();
  private float[][] sums = {};
  private float[] line = {};

  /**
   * Sums some images' products, for a part of the channels.
   *
   * @param g a convolution, its target read
   * @param to written from {@code at}: [taps, target's channels]
   */
  void run(Gathering g, int image, int endImage, int part, float[] to, int at) {
    lines.begin(g, 0, 0, 0, part);
    int results = g.axes[2].count(0);
    int columns = ChannelLines.columns(g);
    makeRoom((columns * lines.channels + 15) & -16);
    for (int b = image; b < endImage; b++) {
      for (int column = 0; column < results; column += columns) {
        lines.setBlock(column, Math.min(columns, results - column));
        block(g, b, column, Math.min(columns, results - column), part);
      }
    }
    for (int tap = 0; tap < lines.count; tap++) {
      int first = at + tap * g.targetChannels() + ChannelLines.firstChannel(g, part);
      System.arraycopy(sums[tap], 0, to, first, lines.channels);
      for (int j = 1; j < columns; j++) {
        for (int i = 0; i < lines.channels; i++) {
          to[first + i] += sums[tap][j * lines.channels + i];
        }
      }
    }
  }

  private void makeRoom(int floats) {
    if (sums.length < lines.count || line.length < floats) {
      int length = Math.max(floats, line.length);
      sums = new float[Math.max(sums.length, lines.count)][length];
      line = new float[length];
    }
    for (int tap = 0; tap < lines.count; tap++) {
      Arrays.fill(sums[tap], 0, floats, 0f);
    }
  }

  private void block(Gathering g, int image, int column, int columns, int part) {
    int first = ChannelLines.firstChannel(g, part);
    for (int u = 0; u < g.axes[0].results; u++) {
      for (int v = 0; v < g.axes[1].results; v++) {
        int position = (image * g.axes[0].results + u) * g.axes[1].results + v;
        position = position * g.axes[2].results + column;
        lines.find(image, u, v);
        fillLine(g, g.targetAt + position * g.targetChannels() + first, columns);
        add();
      }
    }
  }

  private void fillLine(Gathering g, int at, int columns) {
    int floats = columns * lines.channels;
    if (lines.channels == g.targetChannels()) {
      System.arraycopy(g.target, at, line, 0, floats);
    } else {
      for (int j = 0; j < columns; j++) {
        int from = at + j * g.targetChannels();
        System.arraycopy(g.target, from, line, j * lines.channels, lines.channels);
      }
    }
    Arrays.fill(line, floats, lines.width, 0f);
  }

  private void add() {
    float[][] x = lines.taps;
    int i = 0;
    for (; i < lines.count - 2; i += 3) {
      RowUpdates.addProductToThree(
          lines.width, sums[i], sums[i + 1], sums[i + 2], x[i], x[i + 1], x[i + 2], line);
    }
    for (; i < lines.count; i++) {
      ColumnBlocks.addProducts(lines.width, x[i], line, sums[i]);
    }
  }
}
