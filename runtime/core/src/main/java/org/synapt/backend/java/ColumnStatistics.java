package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;

/**
 * The mean and the variance of each column, in one pass.
 *
 * <pre>
 * μ = K + S / rows    σ² = (Q − S · S / rows) / rows    with   S = Σ (x − K)   and   Q = Σ (x − K)²
 *
 * x [rows, columns]   →   μ, σ² [columns]
 * </pre>
 *
 * <p>K is the mean of some rows, s of them. The difference loses bits where K is far from μ, but it
 * cannot be: these s rows alone make {@code σ² ≥ s / rows · (K − μ)²}. So whatever x is, the loss
 * makes at most {@code 1 + rows / s} rounding errors of one.
 *
 * <p>Source: Chan, Golub and LeVeque, Algorithms for computing the sample variance, 1983: shifted
 * data.
 */
final class ColumnStatistics {
  /** From how many places K is taken: each has the rows of a block. */
  private static final int PLACES = 8;

  private final ColumnPasses passes;
  private final ColumnPasses.Block block = this::block;

  /** K, repeated along a block. */
  private float[] pivot = new float[0];

  private float[] sums = new float[0];
  private float[] squares = new float[0];
  private Buffer x;

  ColumnStatistics(ColumnPasses passes) {
    this.passes = passes;
  }

  /**
   * Computes them.
   *
   * @param mean written: μ
   * @param variance written: σ²
   */
  void measure(int rows, int columns, Buffer x, float[] mean, float[] variance) {
    this.x = x;
    pivot = ColumnPasses.fitting(pivot, columns);
    sums = ColumnPasses.fitting(sums, columns);
    squares = ColumnPasses.fitting(squares, columns);
    choosePivot(rows, columns);
    ColumnPasses.repeat(pivot, columns, rows);
    passes.sum(rows, columns, block, sums, squares);
    for (int j = 0; j < columns; j++) {
      float shift = sums[j] / rows;
      mean[j] = pivot[j] + shift;
      variance[j] = Math.max(0f, (squares[j] - sums[j] * shift) / rows);
    }
  }

  /** A mean that is no number would hide whether the column's is infinite: 0 does not. */
  private void choosePivot(int rows, int columns) {
    int some = ColumnPasses.rowsInBlock(rows, columns);
    int blocks = rows / some;
    int places = Math.max(1, Math.min(PLACES, blocks));
    int taken = Math.min(rows, some);
    Arrays.fill(pivot, 0, some * columns, 0f);
    for (int i = 0; i < places; i++) {
      int row = (int) ((long) blocks * i / places) * some;
      x.get(row * columns, sums, 0, taken * columns);
      ColumnPasses.add(taken * columns, sums, pivot);
    }
    ColumnPasses.fold(columns, some, pivot, squares);
    for (int j = 0; j < columns; j++) {
      float guess = pivot[j] / (places * taken);
      pivot[j] = Math.abs(guess) <= Float.MAX_VALUE ? guess : 0f;
    }
  }

  private void block(int at, int floats, ColumnPasses.Rows own) {
    x.get(at, own.a, 0, floats);
    add(floats, own.a, pivot, own.firstSum, own.secondSum);
  }

  private static void add(int n, float[] x, float[] pivot, float[] sum, float[] squares) {
    for (int j = 0; j < n; j++) {
      float difference = x[j] - pivot[j];
      sum[j] = sum[j] + difference;
      squares[j] = squares[j] + difference * difference;
    }
  }
}
