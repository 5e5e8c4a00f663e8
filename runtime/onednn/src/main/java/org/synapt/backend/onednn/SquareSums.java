package org.synapt.backend.onednn;

import org.synapt.backend.java.Workers;

/**
 * Sums of squares of stretches, in double: pieces of a stretch are summed by any thread, then the
 * sums of the pieces in order, so that the number of threads changes nothing.
 */
final class SquareSums {
  /** Floats in a piece. */
  private static final int PIECE = 1 << 16;

  /** Floats copied to the heap at a time; a multiple of the lanes. */
  private static final int ROW = 2048;

  private final Engine engine;
  private final float[][] rows;
  private final Workers.Task part = this::part;

  private int[] ends = new int[0];
  private double[] sums = new double[0];
  private double[] pieces = new double[0];
  private int parts;
  private NativeBuffer x;

  @SuppressWarnings("NullAway.Init") // Each call brings its operand.
  SquareSums(Engine engine) {
    this.engine = engine;
    this.rows = new float[engine.workers().threads()][ROW];
  }

  /** {@code sums[i] = Σ x²} from {@code ends[i − 1]}, or 0, up to {@code ends[i]}. */
  void of(int[] ends, NativeBuffer x, double[] sums) {
    this.ends = ends;
    this.x = x;
    this.sums = sums;
    int count = count();
    if (pieces.length < count) {
      pieces = new double[count];
    }
    parts = Math.min(count, engine.workers().threads());
    engine.workers().run(parts, part);
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
    return (ends[stretch] - begin(stretch) + PIECE - 1) / PIECE;
  }

  /** Each so-manieth piece. */
  private void part(int i) {
    int piece = 0;
    for (int stretch = 0; stretch < ends.length; stretch++) {
      for (int at = begin(stretch); at < ends[stretch]; at += PIECE) {
        if (piece % parts == i) {
          pieces[piece] = piece(rows[i], at, Math.min(at + PIECE, ends[stretch]));
        }
        piece++;
      }
    }
  }

  private double piece(float[] row, int from, int to) {
    double sum = 0;
    for (int at = from; at < to; at += ROW) {
      int n = Math.min(ROW, to - at);
      x.get(at, row, 0, n);
      sum += squares(row, n);
    }
    return sum;
  }

  /** In four lanes: one after the other, each addition would wait for the one before it. */
  private static double squares(float[] x, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int j = 0;
    for (; j < n - 3; j += 4) {
      a += (double) x[j] * x[j];
      b += (double) x[j + 1] * x[j + 1];
      c += (double) x[j + 2] * x[j + 2];
      d += (double) x[j + 3] * x[j + 3];
    }
    for (; j < n; j++) {
      a += (double) x[j] * x[j];
    }
    return (a + c) + (b + d);
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
