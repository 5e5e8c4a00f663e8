package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchNormalization;

/**
 * Batch normalization over any memory: two passes forward, for the statistics and y, and two back,
 * for the sums and dx, a share of the rows for each thread.
 *
 * <p>{@link ColumnPasses} says in which order a column is summed, {@link ColumnStatistics} how its
 * variance is found. Saved are μ and σ² + ε.
 */
public final class BlockBatchNormalization implements BatchNormalization {
  private final BlockWriting writing;
  private final ColumnPasses passes;
  private final ColumnStatistics statistics;
  private final MovingStatistics moving = new MovingStatistics();
  private final ColumnPasses.Block normalize = this::normalize;
  private final ColumnPasses.Block gradientSums = this::gradientSums;
  private final ColumnPasses.Block scaleGradient = this::scaleGradient;
  private final ColumnPasses.Block gradientOfBatch = this::gradientOfBatch;

  /** Vectors, repeated along a block. */
  private float[] mean = new float[0];

  private float[] scale = new float[0];
  private float[] shift = new float[0];
  private float[] slope = new float[0];

  /** The variance of each column, then with ε, and then its deviation. */
  private float[] deviation = new float[0];

  private Buffer x;
  private Buffer dy;
  private Buffer y;

  /**
   * The kernel for a memory.
   *
   * @param workers who runs it
   * @param writing how its results are written
   */
  public BlockBatchNormalization(Workers workers, BlockWriting writing) {
    this.writing = writing;
    this.passes = new ColumnPasses(workers);
    this.statistics = new ColumnStatistics(passes);
  }

  @Override
  public void forward(
      int rows,
      int columns,
      boolean training,
      float momentum,
      float epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer movingMean,
      Buffer movingVariance,
      Buffer saved,
      Buffer y) {
    makeRoom(columns);
    this.x = x;
    this.y = y;
    if (training) {
      statistics.measure(rows, columns, x, mean, deviation);
      moving.move(columns, momentum, mean, movingMean);
      moving.move(columns, momentum, deviation, movingVariance);
    } else {
      movingMean.get(0, mean, 0, columns);
      movingVariance.get(0, deviation, 0, columns);
    }
    add(columns, epsilon, deviation);
    saved.put(0, mean, 0, columns);
    saved.put(columns, deviation, 0, columns);
    root(columns, deviation);
    take(gamma, columns, 1f, scale);
    divide(columns, scale, deviation);
    take(beta, columns, 0f, shift);
    repeat(rows, columns);
    passes.run(rows, columns, normalize);
    writing.done(y);
  }

  private void makeRoom(int columns) {
    mean = ColumnPasses.fitting(mean, columns);
    scale = ColumnPasses.fitting(scale, columns);
    shift = ColumnPasses.fitting(shift, columns);
    slope = ColumnPasses.fitting(slope, columns);
    deviation = ColumnPasses.fitting(deviation, columns);
  }

  private void repeat(int rows, int columns) {
    ColumnPasses.repeat(mean, columns, rows);
    ColumnPasses.repeat(scale, columns, rows);
    ColumnPasses.repeat(shift, columns, rows);
  }

  @Override
  public void gradient(
      int rows,
      int columns,
      boolean training,
      Buffer x,
      Buffer gamma,
      Buffer saved,
      Buffer dy,
      Buffer dgamma,
      Buffer dbeta,
      Buffer dx) {
    makeRoom(columns);
    this.x = x;
    this.dy = dy;
    this.y = dx;
    saved.get(0, mean, 0, columns);
    saved.get(columns, deviation, 0, columns);
    root(columns, deviation);
    take(gamma, columns, 1f, scale);
    divide(columns, scale, deviation);
    if (training || dgamma.length() > 0 || dbeta.length() > 0) {
      ColumnPasses.repeat(mean, columns, rows);
      passes.sum(rows, columns, gradientSums, shift, slope);
      divide(columns, slope, deviation);
      dbeta.put(0, shift, 0, dbeta.length());
      dgamma.put(0, slope, 0, dgamma.length());
    }
    if (training) {
      divide(columns, slope, deviation);
      share(columns, rows, shift);
      share(columns, rows, slope);
      ColumnPasses.repeat(slope, columns, rows);
    }
    repeat(rows, columns);
    passes.run(rows, columns, training ? gradientOfBatch : scaleGradient);
    writing.done(dx);
  }

  /** What a column gives back, for each of its elements. */
  private void share(int columns, int rows, float[] sum) {
    for (int j = 0; j < columns; j++) {
      sum[j] = scale[j] * (sum[j] / rows);
    }
  }

  private void normalize(int at, int floats, ColumnPasses.Rows own) {
    x.get(at, own.a, 0, floats);
    normalize(floats, own.a, mean, scale, shift);
    writing.write(y, at, own.a, 0, floats);
  }

  private void gradientSums(int at, int floats, ColumnPasses.Rows own) {
    x.get(at, own.a, 0, floats);
    dy.get(at, own.b, 0, floats);
    ColumnPasses.add(floats, own.b, own.firstSum);
    addProducts(floats, own.a, mean, own.b, own.secondSum);
  }

  private void scaleGradient(int at, int floats, ColumnPasses.Rows own) {
    dy.get(at, own.b, 0, floats);
    scale(floats, own.b, scale);
    writing.write(y, at, own.b, 0, floats);
  }

  private void gradientOfBatch(int at, int floats, ColumnPasses.Rows own) {
    x.get(at, own.a, 0, floats);
    dy.get(at, own.b, 0, floats);
    gradientOfBatch(floats, own.a, own.b, mean, scale, shift, slope);
    writing.write(y, at, own.a, 0, floats);
  }

  private static void addProducts(int n, float[] x, float[] mean, float[] dy, float[] total) {
    for (int j = 0; j < n; j++) {
      total[j] = total[j] + dy[j] * (x[j] - mean[j]);
    }
  }

  private static void normalize(int n, float[] x, float[] mean, float[] scale, float[] shift) {
    for (int j = 0; j < n; j++) {
      x[j] = (x[j] - mean[j]) * scale[j] + shift[j];
    }
  }

  private static void scale(int n, float[] x, float[] scale) {
    for (int j = 0; j < n; j++) {
      x[j] = x[j] * scale[j];
    }
  }

  private static void gradientOfBatch(
      int n, float[] x, float[] dy, float[] mean, float[] scale, float[] shift, float[] slope) {
    for (int j = 0; j < n; j++) {
      x[j] = scale[j] * dy[j] - ((x[j] - mean[j]) * slope[j] + shift[j]);
    }
  }

  /** The parameter, or a number in its place. */
  private static void take(Buffer parameter, int columns, float otherwise, float[] to) {
    if (parameter.length() > 0) {
      parameter.get(0, to, 0, columns);
    } else {
      Arrays.fill(to, 0, columns, otherwise);
    }
  }

  private static void add(int columns, float y, float[] x) {
    for (int j = 0; j < columns; j++) {
      x[j] = x[j] + y;
    }
  }

  private static void divide(int columns, float[] x, float[] by) {
    for (int j = 0; j < columns; j++) {
      x[j] = x[j] / by[j];
    }
  }

  /** In floats, as a formula does: predicting and evaluating give the same bits. */
  private static void root(int columns, float[] x) {
    for (int j = 0; j < columns; j++) {
      x[j] = (float) Math.sqrt(x[j]);
    }
  }
}
