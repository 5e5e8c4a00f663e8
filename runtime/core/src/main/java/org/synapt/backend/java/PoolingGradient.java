package org.synapt.backend.java;

import org.synapt.buffer.Buffer;

/**
 * Gives dy back to what its windows took.
 *
 * <p>Each dx is summed over the windows in their order, whatever the number of threads: these
 * divide examples, and bands of an example where there are fewer of them than threads.
 */
final class PoolingGradient {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 15;

  /** Says of a window's position that it lies in another band. */
  private static final int ELSEWHERE = Integer.MIN_VALUE;

  /** Arrays of one thread. */
  private static final class Scratch {
    int[] offsets = new int[0];
    float[] total = new float[0];
    float[] share = new float[0];
    float[] placed = new float[0];

    void makeRoom(int lineOfY, int lineOfX) {
      if (share.length < lineOfY) {
        share = new float[lineOfY];
      }
      if (total.length < lineOfX) {
        total = new float[lineOfX];
        placed = new float[lineOfX];
      }
    }
  }

  private final Workers workers;
  private final WindowAxes axes;
  private final Workers.Task maxPart = this::maxPart;
  private final Workers.Task averagePart = this::averagePart;
  private final Scratch[] scratch;

  /** How many positions of each window of a line lie in the image, once for each channel. */
  private float[] counts = new float[0];

  private int batch;
  private int size;
  private int channels;
  private int bands;
  private int parts;
  private Buffer dy;
  private Buffer saved;
  private Buffer dx;

  PoolingGradient(Workers workers, WindowAxes axes) {
    this.workers = workers;
    this.axes = axes;
    this.scratch = new Scratch[workers.threads()];
    for (int i = 0; i < scratch.length; i++) {
      scratch[i] = new Scratch();
    }
  }

  private boolean parallel() {
    long floats = (long) batch * axes.extent(0) * axes.extent(1) * axes.extent(2) * channels;
    return floats >= PARALLEL;
  }

  void max(int batch, int size, int channels, Buffer dy, Buffer saved, Buffer dx) {
    this.batch = batch;
    this.size = size;
    this.channels = channels;
    this.dy = dy;
    this.saved = saved;
    this.dx = dx;
    int threads = parallel() ? workers.threads() : 1;
    bands = batch == 0 ? 0 : Math.min(axes.extent(bandAxis()), (threads + batch - 1) / batch);
    parts = Math.min(threads, batch * bands);
    workers.run(parts, maxPart);
  }

  /** The first axis that has something to divide, or more than one window. */
  private int bandAxis() {
    return axes.extent(0) > 1 || axes.count(0) > 1 ? 0 : 1;
  }

  private void maxPart(int i) {
    Scratch own = scratch[i];
    if (own.offsets.length < size) {
      own.offsets = new int[size];
    }
    int end = batch * bands * (i + 1) / parts;
    for (int task = batch * bands * i / parts; task < end; task++) {
      maxBand(task / bands, task % bands, own.offsets);
    }
  }

  /** One band of dx: zeros first, and then of all windows that reach into it what belongs there. */
  private void maxBand(int example, int band, int[] offsets) {
    int axis = bandAxis();
    int extent = axes.extent(axis);
    int low = extent * band / bands;
    int high = extent * (band + 1) / bands;
    int floats = axes.extent(0) * axes.extent(1) * axes.extent(2) * channels;
    int at = ArrayBuffer.at(dx) + example * floats;
    int thickness = floats / extent;
    WindowTaps.fill(ArrayBuffer.array(dx), at + low * thickness, at + high * thickness, 0f);
    int first = axes.firstFrom(axis, axes.size(axis) - 1, low);
    int end = Math.min(axes.count(axis), axes.firstFrom(axis, 0, high));
    for (int p = first; p < end; p++) {
      offsets(axis, p, low, high, offsets);
      if (axis == 0) {
        for (int p1 = 0; p1 < axes.count(1); p1++) {
          maxLine(example, p, p1, offsets);
        }
      } else {
        maxLine(example, 0, p, offsets);
      }
    }
  }

  /** How far behind a window's first position each of them lies, if it lies in the band. */
  private void offsets(int axis, int p, int low, int high, int[] offsets) {
    int number = 0;
    for (int w0 = 0; w0 < axes.size(0); w0++) {
      for (int w1 = 0; w1 < axes.size(1); w1++) {
        int q = axes.position(axis, p, axis == 0 ? w0 : w1);
        int line = w0 * axes.dilation(0) * axes.extent(1) + w1 * axes.dilation(1);
        for (int w2 = 0; w2 < axes.size(2); w2++) {
          int offset = (line * axes.extent(2) + w2 * axes.dilation(2)) * channels;
          offsets[number++] = q >= low && q < high ? offset : ELSEWHERE;
        }
      }
    }
  }

  private void maxLine(int example, int p0, int p1, int... offsets) {
    int line = (example * axes.count(0) + p0) * axes.count(1) + p1;
    int at = line * axes.count(2) * channels;
    int q0 = axes.position(0, p0, 0);
    int q1 = axes.position(1, p1, 0);
    int q2 = axes.position(2, 0, 0);
    int q = ((example * axes.extent(0) + q0) * axes.extent(1) + q1) * axes.extent(2) + q2;
    int to = ArrayBuffer.at(dx) + q * channels;
    float[] gradients = ArrayBuffer.array(dy);
    float[] numbers = ArrayBuffer.array(saved);
    float[] sums = ArrayBuffer.array(dx);
    int step = axes.stride(2) * channels;
    int dyAt = ArrayBuffer.at(dy) + at;
    int savedAt = ArrayBuffer.at(saved) + at;
    for (int p2 = 0; p2 < axes.count(2); p2++) {
      int done = p2 * channels;
      scatter(
          channels, gradients, dyAt + done, numbers, savedAt + done, offsets, sums, to + p2 * step);
    }
  }

  private static void scatter(
      int n,
      float[] dy,
      int dyAt,
      float[] numbers,
      int numbersAt,
      int[] offsets,
      float[] dx,
      int dxAt) {
    for (int j = 0; j < n; j++) {
      int offset = offsets[(int) numbers[numbersAt + j]];
      if (offset != ELSEWHERE) {
        dx[dxAt + j + offset] += dy[dyAt + j];
      }
    }
  }

  void average(int batch, int channels, Buffer dy, Buffer dx) {
    this.batch = batch;
    this.channels = channels;
    this.dy = dy;
    this.dx = dx;
    int lineOfY = axes.count(2) * channels;
    if (counts.length < lineOfY) {
      counts = new float[lineOfY];
    }
    for (int p = 0; p < axes.count(2); p++) {
      WindowTaps.fill(counts, p * channels, (p + 1) * channels, axes.inside(2, p));
    }
    parts = parallel() ? workers.threads() : 1;
    workers.run(parts, averagePart);
  }

  private void averagePart(int i) {
    int floats = axes.extent(2) * channels;
    Scratch own = scratch[i];
    own.makeRoom(axes.count(2) * channels, floats);
    int lines = batch * axes.extent(0) * axes.extent(1);
    int end = Parts.begin(lines, i + 1, parts);
    for (int line = Parts.begin(lines, i, parts); line < end; line++) {
      averageLine(line, own);
      int at = ArrayBuffer.at(dx) + line * floats;
      System.arraycopy(own.total, 0, ArrayBuffer.array(dx), at, floats);
    }
  }

  /** One line of dx: from each line of windows that reaches it, earlier windows first. */
  private void averageLine(int line, Scratch own) {
    WindowTaps.fill(own.total, 0, axes.extent(2) * channels, 0f);
    int q1 = line % axes.extent(1);
    int q0 = line / axes.extent(1) % axes.extent(0);
    int example = line / axes.extent(1) / axes.extent(0);
    for (int w0 = axes.size(0) - 1; w0 >= 0; w0--) {
      int p0 = axes.windowAt(0, w0, q0);
      for (int w1 = axes.size(1) - 1; p0 >= 0 && w1 >= 0; w1--) {
        int p1 = axes.windowAt(1, w1, q1);
        if (p1 >= 0) {
          int from = (example * axes.count(0) + p0) * axes.count(1) + p1;
          share(from, axes.inside(0, p0) * axes.inside(1, p1), own.share);
          addWindows(own);
        }
      }
    }
  }

  /** A line of dy, each divided by the positions of its window. */
  private void share(int line, int inside, float[] share) {
    int floats = axes.count(2) * channels;
    System.arraycopy(ArrayBuffer.array(dy), ArrayBuffer.at(dy) + line * floats, share, 0, floats);
    divide(floats, inside, counts, share);
  }

  private static void divide(int n, float by, float[] counts, float[] x) {
    for (int j = 0; j < n; j++) {
      x[j] = x[j] / (counts[j] * by);
    }
  }

  /**
   * Adds to each position of the line the shares of the windows that have it; as many positions of
   * the windows at a time as never meet.
   */
  private void addWindows(Scratch own) {
    int axis = WindowAxes.LINE;
    int floats = axes.extent(axis) * channels;
    int apart = axes.dilation(axis) == 1 ? axes.stride(axis) : 1;
    int groups = (axes.size(axis) + apart - 1) / apart;
    for (int group = groups - 1; group >= 0; group--) {
      WindowTaps.fill(own.placed, 0, floats, 0f);
      int end = Math.min(axes.size(axis), (group + 1) * apart);
      for (int w = group * apart; w < end; w++) {
        place(w, own.share, own.placed);
      }
      ColumnBlocks.add(floats, own.placed, own.total);
    }
  }

  private void place(int w, float[] share, float[] placed) {
    int axis = WindowAxes.LINE;
    int low = axes.firstFrom(axis, w, 0);
    int high = Math.min(axes.count(axis), axes.firstFrom(axis, w, axes.extent(axis)));
    WindowTaps.copyChunks(
        high - low,
        channels,
        share,
        low * channels,
        channels,
        placed,
        axes.position(axis, low, w) * channels,
        axes.stride(axis) * channels);
  }
}
