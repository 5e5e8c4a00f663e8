package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.LayerNormalization;

/**
 * One pass forward and one back, row by row, over blocks of whole rows.
 *
 * <p>{@link Lanes} says in which order a row is summed, {@link ColumnBlocks} a column. Saved are μ
 * and 1 / √(σ² + ε) of each row.
 */
final class JavaLayerNormalization implements LayerNormalization {
  private final ColumnBlocks blocks;
  private final ColumnBlocks.Block normalize = this::normalize;
  private final ColumnBlocks.Block gradient = this::gradient;

  /** Vectors, repeated along a block. */
  private float[] scale = new float[0];

  private float[] shift = new float[0];

  private float[] totals = new float[0];

  private int n;
  private float epsilon;
  private Buffer x;
  private Buffer dy;
  private Buffer saved;
  private Buffer y;

  JavaLayerNormalization(Workers workers) {
    this.blocks = new ColumnBlocks(workers);
  }

  @Override
  public void forward(
      int rows, int n, float epsilon, Buffer x, Buffer gamma, Buffer beta, Buffer saved, Buffer y) {
    this.n = n;
    this.epsilon = epsilon;
    this.x = x;
    this.saved = saved;
    this.y = y;
    scale = repeated(gamma, rows, 1f, scale);
    shift = repeated(beta, rows, 0f, shift);
    blocks.run(rows, n, normalize);
  }

  @Override
  public void gradient(
      int rows,
      int n,
      Buffer x,
      Buffer gamma,
      Buffer saved,
      Buffer dy,
      Buffer dgamma,
      Buffer dbeta,
      Buffer dx) {
    this.n = n;
    this.x = x;
    this.dy = dy;
    this.saved = saved;
    this.y = dx;
    scale = repeated(gamma, rows, 1f, scale);
    if (totals.length < 2 * n) {
      totals = new float[2 * n];
    }
    blocks.run(rows, n, 2, gradient, totals);
    dbeta.put(0, totals, 0, Math.min(n, dbeta.length()));
    dgamma.put(0, totals, n, Math.min(n, dgamma.length()));
  }

  /** The parameter, or a number in its place, along a block. */
  private float[] repeated(Buffer parameter, int rows, float otherwise, float[] old) {
    float[] tile = ColumnBlocks.fitting(old, n);
    if (parameter.length() > 0) {
      parameter.get(0, tile, 0, n);
    } else {
      Arrays.fill(tile, 0, n, otherwise);
    }
    ColumnBlocks.repeat(tile, n, rows);
    return tile;
  }

  private void normalize(int at, int floats, ColumnBlocks.Scratch own) {
    own.takeA(x, at, floats);
    for (int row = 0; row < floats; row += n) {
      float mean = Lanes.sum(own.a, row, n) / n;
      subtract(row, n, own.a, mean);
      save(at + row, 0, mean);
    }
    square(floats, own.a, own.y);
    for (int row = 0; row < floats; row += n) {
      float variance = Lanes.sum(own.y, row, n) / n;
      float inverse = (float) (1 / Math.sqrt((double) variance + epsilon));
      multiply(row, n, own.a, inverse);
      save(at + row, 1, inverse);
    }
    scaleAndShift(floats, own.a, scale, shift, own.y);
    own.giveY(y, at, floats);
  }

  /** Keeps one of two numbers of the row that begins somewhere. */
  private void save(int at, int which, float number) {
    if (saved.length() > 0) {
      ArrayBuffer.array(saved)[savedAt(at) + which] = number;
    }
  }

  private int savedAt(int at) {
    return ArrayBuffer.at(saved) + 2 * (at / n);
  }

  private void gradient(int at, int floats, ColumnBlocks.Scratch own) {
    own.takeA(x, at, floats);
    own.takeB(dy, at, floats);
    float[] kept = ArrayBuffer.array(saved);
    for (int row = 0; row < floats; row += n) {
      int keptAt = savedAt(at + row);
      normalize(row, n, own.a, kept[keptAt], kept[keptAt + 1]);
    }
    ColumnBlocks.add(floats, own.b, own.sums[0]);
    ColumnBlocks.addProducts(floats, own.a, own.b, own.sums[1]);
    multiply(floats, scale, own.b, own.b);
    multiply(floats, own.a, own.b, own.y);
    for (int row = 0; row < floats; row += n) {
      float mean = Lanes.sum(own.b, row, n) / n;
      float slope = Lanes.sum(own.y, row, n) / n;
      gradient(row, n, own, mean, slope, kept[savedAt(at + row) + 1]);
    }
    own.giveY(y, at, floats);
  }

  private static void normalize(int at, int n, float[] x, float mean, float inverse) {
    for (int j = at; j < at + n; j++) {
      x[j] = (x[j] - mean) * inverse;
    }
  }

  private static void gradient(
      int at, int n, ColumnBlocks.Scratch own, float mean, float slope, float inverse) {
    float[] x = own.a;
    float[] g = own.b;
    float[] dx = own.y;
    for (int j = at; j < at + n; j++) {
      dx[j] = inverse * (g[j] - mean - x[j] * slope);
    }
  }

  private static void subtract(int at, int n, float[] x, float y) {
    for (int j = at; j < at + n; j++) {
      x[j] = x[j] - y;
    }
  }

  private static void multiply(int at, int n, float[] x, float y) {
    for (int j = at; j < at + n; j++) {
      x[j] = x[j] * y;
    }
  }

  private static void multiply(int n, float[] x, float[] y, float[] z) {
    for (int j = 0; j < n; j++) {
      z[j] = x[j] * y[j];
    }
  }

  private static void square(int n, float[] x, float[] y) {
    for (int j = 0; j < n; j++) {
      y[j] = x[j] * x[j];
    }
  }

  private static void scaleAndShift(int n, float[] x, float[] scale, float[] shift, float[] y) {
    for (int j = 0; j < n; j++) {
      y[j] = x[j] * scale[j] + shift[j];
    }
  }
}
