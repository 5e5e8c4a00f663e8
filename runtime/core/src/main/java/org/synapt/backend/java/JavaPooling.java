package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.Windows;

/**
 * Copies what lies at one position of many windows side by side, for each position, and then
 * compares or adds whole copies.
 *
 * <p>A mean is summed in the order of the window's positions. Saved is which position of its window
 * was the largest, counted from 0 in that order; of several the first, of several NaNs the first
 * NaN. {@link PoolingGradient} says in which order gradients are summed.
 */
final class JavaPooling implements Pooling {
  /** Results computed at a time. */
  private static final int BLOCK = 512;

  /** The most floats to copy at a time: about what fits the L1 cache. */
  private static final int COPIED = 8_192;

  /** Below this many floats to look at a second thread does not pay. */
  private static final int PARALLEL = 1 << 15;

  /** Twice over, it makes more than 1 of the smallest float there is. */
  private static final float LARGE = 0x1p126f;

  /** Arrays of one thread. */
  private static final class Scratch {
    float[][] taps = new float[0][0];
    float[] y = new float[0];
    float[] number = new float[0];

    void makeRoom(int size, int floats) {
      if (taps.length < size || y.length < floats) {
        int most = Math.max(y.length, floats);
        taps = new float[Math.max(taps.length, size)][most];
        y = new float[most];
        number = new float[most];
      }
    }
  }

  private final Workers workers;
  private final PoolingGradient gradient;
  private final Workers.Task maxPart = i -> part(i, true);
  private final Workers.Task averagePart = i -> part(i, false);
  private final WindowAxes axes = new WindowAxes();
  private final Scratch[] scratch;

  private int channels;
  private int size;
  private int windows;
  private int parts;
  private Buffer x;
  private Buffer saved;
  private Buffer y;

  JavaPooling(Workers workers) {
    this.workers = workers;
    this.gradient = new PoolingGradient(workers, axes);
    this.scratch = new Scratch[workers.threads()];
    for (int i = 0; i < scratch.length; i++) {
      scratch[i] = new Scratch();
    }
  }

  @Override
  public void max(int batch, Windows windows, int channels, Buffer x, Buffer saved, Buffer y) {
    this.saved = saved;
    run(batch, windows, channels, x, y, maxPart);
  }

  @Override
  public void average(int batch, Windows windows, int channels, Buffer x, Buffer y) {
    run(batch, windows, channels, x, y, averagePart);
  }

  @Override
  public void maxGradient(
      int batch, Windows windows, int channels, Buffer dy, Buffer saved, Buffer dx) {
    axes.take(windows);
    gradient.max(batch, windows.size(), channels, dy, saved, dx);
  }

  @Override
  public void averageGradient(int batch, Windows windows, int channels, Buffer dy, Buffer dx) {
    axes.take(windows);
    gradient.average(batch, channels, dy, dx);
  }

  private void run(
      int batch, Windows windows, int channels, Buffer x, Buffer y, Workers.Task task) {
    axes.take(windows);
    this.channels = channels;
    this.size = windows.size();
    this.windows = batch * windows.count();
    this.x = x;
    this.y = y;
    long floats = (long) this.windows * size * channels;
    parts = floats < PARALLEL ? 1 : workers.threads();
    workers.run(parts, task);
  }

  private void part(int i, boolean max) {
    int most = Math.max(1, Math.min(BLOCK, COPIED / size) / channels);
    Scratch own = scratch[i];
    own.makeRoom(size, most * channels);
    int end = Parts.begin(windows, i + 1, parts);
    for (int first = Parts.begin(windows, i, parts); first < end; first += most) {
      int n = Math.min(most, end - first);
      if (max) {
        max(first, n, own);
      } else {
        average(first, n, own);
      }
      give(own.y, y, first * channels, n * channels);
    }
  }

  private static void give(float[] from, Buffer to, int at, int floats) {
    System.arraycopy(from, 0, ArrayBuffer.array(to), ArrayBuffer.at(to) + at, floats);
  }

  /** Copies what lies at each position of the windows. */
  private void take(int first, int n, float filler, float[][] taps) {
    float[] from = ArrayBuffer.array(x);
    int at = ArrayBuffer.at(x);
    int tap = 0;
    for (int w0 = 0; w0 < axes.size(0); w0++) {
      for (int w1 = 0; w1 < axes.size(1); w1++) {
        for (int w2 = 0; w2 < axes.size(2); w2++) {
          WindowTaps.take(axes, channels, from, at, first, n, w0, w1, w2, filler, taps[tap++]);
        }
      }
    }
  }

  private void max(int first, int n, Scratch own) {
    take(first, n, Float.NEGATIVE_INFINITY, own.taps);
    int floats = n * channels;
    System.arraycopy(own.taps[0], 0, own.y, 0, floats);
    int tap = 1;
    for (; tap + 1 < size; tap += 2) {
      max(floats, own.taps[tap], own.taps[tap + 1], own.y);
    }
    if (tap < size) {
      max(floats, own.taps[tap], own.y);
    }
    if (saved.length() > 0) {
      number(first, floats, own);
      give(own.number, saved, first * channels, floats);
    }
  }

  private static void max(int n, float[] a, float[] y) {
    for (int j = 0; j < n; j++) {
      y[j] = Math.max(y[j], a[j]);
    }
  }

  private static void max(int n, float[] a, float[] b, float[] y) {
    for (int j = 0; j < n; j++) {
      y[j] = Math.max(y[j], Math.max(a[j], b[j]));
    }
  }

  /**
   * Finds for each y the number of the first position that has it: as many as are smaller in a row
   * from the first on.
   *
   * <p>Whether x is smaller is {@code min((y − x) · large, 1)}, which is 1 or 0 without a branch;
   * but NaN where both are the same infinity or one is NaN, and those are looked for one by one.
   */
  private void number(int first, int floats, Scratch own) {
    float[] number = own.number;
    WindowTaps.fill(number, 0, floats, 0f);
    int tap = size - 2;
    for (; tap > 0; tap -= 2) {
      number(floats, own.y, own.taps[tap - 1], own.taps[tap], number);
    }
    if (tap == 0) {
      number(floats, own.y, own.taps[0], number);
    }
    if (Float.isNaN(Lanes.sum(number, 0, floats))) {
      for (int j = 0; j < floats; j++) {
        if (Float.isNaN(number[j])) {
          number[j] = numberOf(own.y[j], first + j / channels, j % channels);
        }
      }
    }
  }

  private static void number(int n, float[] y, float[] a, float[] number) {
    for (int j = 0; j < n; j++) {
      number[j] = Math.min((y[j] - a[j]) * LARGE * LARGE, 1f) * (1f + number[j]);
    }
  }

  private static void number(int n, float[] y, float[] a, float[] b, float[] number) {
    for (int j = 0; j < n; j++) {
      float rest = Math.min((y[j] - b[j]) * LARGE * LARGE, 1f) * (1f + number[j]);
      number[j] = Math.min((y[j] - a[j]) * LARGE * LARGE, 1f) * (1f + rest);
    }
  }

  /** The number of the first position in the image that has the largest value, or NaN. */
  private int numberOf(float largest, int window, int channel) {
    float[] from = ArrayBuffer.array(x);
    int line = window / axes.count(2);
    int example = line / axes.count(1) / axes.count(0);
    int number = 0;
    for (int w0 = 0; w0 < axes.size(0); w0++) {
      int q0 = axes.position(0, line / axes.count(1) % axes.count(0), w0);
      for (int w1 = 0; w1 < axes.size(1); w1++) {
        int q1 = axes.position(1, line % axes.count(1), w1);
        for (int w2 = 0; w2 < axes.size(2); w2++) {
          int q2 = axes.position(2, window % axes.count(2), w2);
          if (axes.contains(0, q0) && axes.contains(1, q1) && axes.contains(2, q2)) {
            int at = ((example * axes.extent(0) + q0) * axes.extent(1) + q1) * axes.extent(2) + q2;
            float value = from[ArrayBuffer.at(x) + at * channels + channel];
            if (value == largest || Float.isNaN(value)) {
              return number;
            }
          }
          number++;
        }
      }
    }
    throw new IllegalStateException("the window has no " + largest);
  }

  private void average(int first, int n, Scratch own) {
    take(first, n, 0f, own.taps);
    int floats = n * channels;
    System.arraycopy(own.taps[0], 0, own.y, 0, floats);
    for (int tap = 1; tap < size; tap++) {
      ColumnBlocks.add(floats, own.taps[tap], own.y);
    }
    if (axes.padded()) {
      counts(first, n, own.number);
      divide(floats, own.number, own.y);
    } else {
      divide(floats, size, own.y);
    }
  }

  /** The positions of each window that lie in the image, once for each channel. */
  private void counts(int first, int n, float[] counts) {
    for (int i = 0; i < n; i++) {
      int line = (first + i) / axes.count(2);
      int inside =
          axes.inside(0, line / axes.count(1) % axes.count(0))
              * axes.inside(1, line % axes.count(1))
              * axes.inside(2, (first + i) % axes.count(2));
      WindowTaps.fill(counts, i * channels, (i + 1) * channels, inside);
    }
  }

  private static void divide(int n, float[] by, float[] y) {
    for (int j = 0; j < n; j++) {
      y[j] = y[j] / by[j];
    }
  }

  private static void divide(int n, float by, float[] y) {
    for (int j = 0; j < n; j++) {
      y[j] = y[j] / by;
    }
  }
}
