package org.synapt.backend.java;

import org.synapt.buffer.Buffer;

/**
 * Sums of squares of stretches, in double: pieces of a stretch are summed by any thread, then the
 * sums of the pieces in order, so that the number of threads changes nothing.
 */
final class SquareSums {
  /** Floats in a piece. */
  private static final int PIECE = 1 << 16;

  /** Floats copied to the heap at a time; a multiple of the lanes. */
  private static final int ROW = 2048;

  private final Workers workers;
  private final float[][] rows;
  private final Workers.Task part = this::part;

  private int[] ends = new int[0];
  private double[] sums = new double[0];
  private double[] pieces = new double[0];
  private int parts;
  private Buffer x;

  SquareSums(Workers workers) {
    this.workers = workers;
    this.rows = new float[workers.threads()][ROW];
  }

  /** {@code sums[i] = Σ x²} from {@code ends[i − 1]}, or 0, up to {@code ends[i]}. */
  void of(int[] ends, Buffer x, double[] sums) {
    this.ends = ends;
    this.x = x;
    this.sums = sums;
    int count = count();
    if (pieces.length < count) {
      pieces = new double[count];
    }
    parts = Math.min(count, workers.threads());
    workers.run(parts, part);
    add();
  }

  private int count() {
    int count = 0;
    for (int i = 0; i < ends.length; i++) {
      count += pieces(i);
    }
    return count;
  }

  private int begin(int stretch) {
    return stretch == 0 ? 0 : ends[stretch - 1];
  }

  private int pieces(int stretch) {
    return (int) (((long) ends[stretch] - begin(stretch) + PIECE - 1) / PIECE);
  }

  /** Each so-manieth piece. */
  private void part(int i) {
    int piece = 0;
    for (int stretch = 0; stretch < ends.length; stretch++) {
      int count = pieces(stretch);
      for (int j = 0; j < count; j++, piece++) {
        if (piece % parts == i) {
          int from = begin(stretch) + j * PIECE;
          pieces[piece] = piece(rows[i], from, Math.min(PIECE, ends[stretch] - from));
        }
      }
    }
  }

  private double piece(float[] row, int from, int count) {
    double sum = 0;
    for (int done = 0; done < count; done += ROW) {
      int n = Math.min(ROW, count - done);
      x.get(from + done, row, 0, n);
      sum += Lanes.squares(row, 0, n);
    }
    return sum;
  }

  private void add() {
    int piece = 0;
    for (int stretch = 0; stretch < ends.length; stretch++) {
      double sum = 0;
      for (int end = piece + pieces(stretch); piece < end; piece++) {
        sum += pieces[piece];
      }
      sums[stretch] = sum;
    }
  }
}
