package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchNormalization;

/**
 * Three passes forward, for the mean, the variance and y, and two back, for the sums and dx.
 *
 * <p>{@link ColumnBlocks} says in which order a column is summed. Saved are μ and √(σ² + ε).
 */
final class JavaBatchNormalization implements BatchNormalization {
  private final ColumnBlocks blocks;
  private final ColumnBlocks.Block sum = this::sum;
  private final ColumnBlocks.Block sumOfSquares = this::sumOfSquares;
  private final ColumnBlocks.Block normalize = this::normalize;
  private final ColumnBlocks.Block gradientSums = this::gradientSums;
  private final ColumnBlocks.Block scaleGradient = this::scaleGradient;
  private final ColumnBlocks.Block gradientOfBatch = this::gradientOfBatch;

  /** Vectors, repeated along a block. */
  private float[] mean = new float[0];

  private float[] scale = new float[0];
  private float[] shift = new float[0];
  private float[] slope = new float[0];

  /** The variance of each column, and then its deviation. */
  private float[] variance = new float[0];

  private float[] totals = new float[0];

  private Buffer x;
  private Buffer dy;
  private Buffer y;

  JavaBatchNormalization(Workers workers) {
    this.blocks = new ColumnBlocks(workers);
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
      measure(rows, columns);
      move(columns, momentum, mean, movingMean);
      move(columns, momentum, variance, movingVariance);
    } else {
      movingMean.get(0, mean, 0, columns);
      movingVariance.get(0, variance, 0, columns);
    }
    root(columns, epsilon, variance);
    saved.put(0, mean, 0, columns);
    saved.put(columns, variance, 0, columns);
    ColumnBlocks.repeat(mean, columns, rows);
    take(gamma, columns, 1f, scale);
    divide(columns, scale, variance);
    ColumnBlocks.repeat(scale, columns, rows);
    take(beta, columns, 0f, shift);
    ColumnBlocks.repeat(shift, columns, rows);
    blocks.run(rows, columns, normalize);
  }

  private void makeRoom(int columns) {
    mean = ColumnBlocks.fitting(mean, columns);
    scale = ColumnBlocks.fitting(scale, columns);
    shift = ColumnBlocks.fitting(shift, columns);
    slope = ColumnBlocks.fitting(slope, columns);
    if (variance.length < columns) {
      variance = new float[columns];
      totals = new float[2 * columns];
    }
  }

  /** The mean and the variance of each column of x. */
  private void measure(int rows, int columns) {
    blocks.run(rows, columns, 1, sum, totals);
    divide(columns, totals, rows, mean);
    ColumnBlocks.repeat(mean, columns, rows);
    blocks.run(rows, columns, 1, sumOfSquares, totals);
    divide(columns, totals, rows, variance);
  }

  private static void move(int columns, float momentum, float[] now, Buffer moving) {
    float[] array = ArrayBuffer.array(moving);
    int at = ArrayBuffer.at(moving);
    float rest = (float) (1.0 - momentum);
    for (int j = 0; j < columns; j++) {
      array[at + j] = array[at + j] * momentum + now[j] * rest;
    }
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
    saved.get(columns, variance, 0, columns);
    ColumnBlocks.repeat(mean, columns, rows);
    blocks.run(rows, columns, 2, gradientSums, totals);
    System.arraycopy(totals, columns, slope, 0, columns);
    divide(columns, slope, variance);
    dbeta.put(0, totals, 0, dbeta.length());
    dgamma.put(0, slope, 0, dgamma.length());
    take(gamma, columns, 1f, scale);
    divide(columns, scale, variance);
    ColumnBlocks.repeat(scale, columns, rows);
    if (training) {
      divide(columns, totals, rows, shift);
      ColumnBlocks.repeat(shift, columns, rows);
      divide(columns, slope, variance);
      divide(columns, slope, rows, slope);
      ColumnBlocks.repeat(slope, columns, rows);
      blocks.run(rows, columns, gradientOfBatch);
    } else {
      blocks.run(rows, columns, scaleGradient);
    }
  }

  private void sum(int at, int floats, ColumnBlocks.Scratch own) {
    own.takeA(x, at, floats);
    ColumnBlocks.add(floats, own.a, own.sums[0]);
  }

  private void sumOfSquares(int at, int floats, ColumnBlocks.Scratch own) {
    own.takeA(x, at, floats);
    addSquares(floats, own.a, mean, own.sums[0]);
  }

  private void normalize(int at, int floats, ColumnBlocks.Scratch own) {
    own.takeA(x, at, floats);
    normalize(floats, own.a, mean, scale, shift, own.y);
    own.giveY(y, at, floats);
  }

  private void gradientSums(int at, int floats, ColumnBlocks.Scratch own) {
    own.takeA(x, at, floats);
    own.takeB(dy, at, floats);
    ColumnBlocks.add(floats, own.b, own.sums[0]);
    addProducts(floats, own.a, mean, own.b, own.sums[1]);
  }

  private void scaleGradient(int at, int floats, ColumnBlocks.Scratch own) {
    own.takeB(dy, at, floats);
    scale(floats, own.b, scale, own.y);
    own.giveY(y, at, floats);
  }

  private void gradientOfBatch(int at, int floats, ColumnBlocks.Scratch own) {
    own.takeA(x, at, floats);
    own.takeB(dy, at, floats);
    gradientOfBatch(floats, own, mean, scale, shift, slope);
    own.giveY(y, at, floats);
  }

  private static void addSquares(int n, float[] x, float[] mean, float[] total) {
    for (int j = 0; j < n; j++) {
      float difference = x[j] - mean[j];
      total[j] = total[j] + difference * difference;
    }
  }

  private static void addProducts(int n, float[] x, float[] mean, float[] dy, float[] total) {
    for (int j = 0; j < n; j++) {
      total[j] = total[j] + dy[j] * (x[j] - mean[j]);
    }
  }

  private static void normalize(
      int n, float[] x, float[] mean, float[] scale, float[] shift, float[] y) {
    for (int j = 0; j < n; j++) {
      y[j] = (x[j] - mean[j]) * scale[j] + shift[j];
    }
  }

  private static void scale(int n, float[] x, float[] scale, float[] y) {
    for (int j = 0; j < n; j++) {
      y[j] = x[j] * scale[j];
    }
  }

  private static void gradientOfBatch(
      int n, ColumnBlocks.Scratch own, float[] mean, float[] scale, float[] shift, float[] slope) {
    float[] x = own.a;
    float[] dy = own.b;
    float[] dx = own.y;
    for (int j = 0; j < n; j++) {
      dx[j] = scale[j] * (dy[j] - shift[j] - (x[j] - mean[j]) * slope[j]);
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

  private static void divide(int columns, float[] x, int rows, float[] y) {
    for (int j = 0; j < columns; j++) {
      y[j] = x[j] / rows;
    }
  }

  private static void divide(int columns, float[] x, float[] by) {
    for (int j = 0; j < columns; j++) {
      x[j] = x[j] / by[j];
    }
  }

  /** In floats, as a formula does: predicting and evaluating give the same bits. */
  private static void root(int columns, float epsilon, float[] variance) {
    for (int j = 0; j < columns; j++) {
      variance[j] = (float) Math.sqrt(variance[j] + epsilon);
    }
  }
}
