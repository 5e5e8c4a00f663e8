package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Interpolation;

/**
 * Takes pairs of neighbours, many at a time, and makes of each the {@code factor} results that lie
 * between the two.
 *
 * <p>Pair i are the elements i − 1 and i, for i from 0 to the extent, where the first and the last
 * element stand for what is missing: at the ends a pair is an element and itself, and some of its
 * results lie outside. Counted through, result t of pair i is result {@code factor · i − (factor +
 * 1) / 2 + t}, at {@code (factor / 2 + t + ½) / factor − ½} between the two, where factor / 2 is
 * rounded down.
 *
 * <p>The gradient of an element is the sum of what it has in the pair before it, in the order of
 * the results, then of what it has in the pair behind it, and at the ends of what was to go to
 * elements that are missing. Threads divide elements.
 */
final class JavaInterpolation implements Interpolation {
  /** Floats computed at a time. */
  private static final int BLOCK = 1_024;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 15;

  private final Workers workers;
  private final Workers.Task forwardPart = this::forwardPart;
  private final Workers.Task gradientPart = this::gradientPart;
  private final float[][][] scratch;

  private int outer;
  private int extent;
  private int factor;
  private int inner;
  private int parts;
  private Buffer from;
  private Buffer to;

  JavaInterpolation(Workers workers) {
    this.workers = workers;
    this.scratch = new float[workers.threads()][3][BLOCK];
  }

  @Override
  public void linear(int outer, int extent, int factor, int inner, Buffer x, Buffer y) {
    run(outer, extent, factor, inner, x, y, forwardPart);
  }

  @Override
  public void linearGradient(int outer, int extent, int factor, int inner, Buffer dy, Buffer dx) {
    run(outer, extent, factor, inner, dy, dx, gradientPart);
  }

  private void run(
      int outer, int extent, int factor, int inner, Buffer from, Buffer to, Workers.Task task) {
    this.outer = outer;
    this.extent = extent;
    this.factor = factor;
    this.inner = inner;
    this.from = from;
    this.to = to;
    boolean alone = (long) outer * extent * factor * inner < PARALLEL;
    parts = alone ? 1 : Math.min(outer * extent, workers.threads());
    workers.run(parts, task);
  }

  /** How far result t of a pair lies from the first of the two towards the second. */
  private float share(int t) {
    return (float) ((factor / 2 + t + 0.5) / factor - 0.5);
  }

  /** Which result is the first of a pair; negative for the pair at the beginning. */
  private int firstOf(int pair) {
    return factor * pair - (factor + 1) / 2;
  }

  private void forwardPart(int part) {
    int pairs = outer * (extent + 1);
    int end = Parts.begin(pairs, part + 1, parts);
    int pair = Parts.begin(pairs, part, parts);
    while (pair < end) {
      int o = pair / (extent + 1);
      int first = pair % (extent + 1);
      int n = Math.min(end - pair, extent + 1 - first);
      n = Math.min(n, Math.max(1, BLOCK / inner));
      for (int k = 0; k < inner; k += BLOCK) {
        forward(o, first, n, k, Math.min(BLOCK, inner - k), scratch[part]);
      }
      pair += n;
    }
  }

  /** The results of n pairs, for the floats from k on of each. */
  private void forward(int o, int pair, int n, int k, int floats, float[][] own) {
    float[] x = ArrayBuffer.array(from);
    int at = ArrayBuffer.at(from) + o * extent * inner + k;
    takeRows(n, floats, x, at, pair - 1, own[0]);
    takeRows(n, floats, x, at, pair, own[1]);
    float[] y = ArrayBuffer.array(to);
    int yAt = ArrayBuffer.at(to) + o * extent * factor * inner + k;
    for (int t = 0; t < factor; t++) {
      between(n * floats, own[0], own[1], share(t), own[2]);
      int skipped = firstOf(pair) + t < 0 ? 1 : 0;
      int end = firstOf(pair + n - 1) + t < factor * extent ? n : n - 1;
      WindowTaps.copyChunks(
          end - skipped,
          floats,
          own[2],
          skipped * floats,
          floats,
          y,
          yAt + (firstOf(pair + skipped) + t) * inner,
          factor * inner);
    }
  }

  /** Copies n elements; the first and the last stand for those before and behind. */
  private void takeRows(int n, int floats, float[] x, int at, int first, float[] rows) {
    int low = Math.max(0, -first);
    int high = Math.min(n, extent - first);
    if (low > 0) {
      System.arraycopy(x, at, rows, 0, floats);
    }
    if (high < n) {
      System.arraycopy(x, at + (extent - 1) * inner, rows, (n - 1) * floats, floats);
    }
    WindowTaps.copyChunks(
        high - low, floats, x, at + (first + low) * inner, inner, rows, low * floats, floats);
  }

  private static void between(int n, float[] a, float[] b, float share, float[] y) {
    for (int j = 0; j < n; j++) {
      y[j] = a[j] + share * (b[j] - a[j]);
    }
  }

  private void gradientPart(int part) {
    int elements = outer * extent;
    int end = Parts.begin(elements, part + 1, parts);
    int element = Parts.begin(elements, part, parts);
    while (element < end) {
      int o = element / extent;
      int first = element % extent;
      int n = Math.min(end - element, extent - first);
      n = Math.min(n, Math.max(1, BLOCK / inner));
      for (int k = 0; k < inner; k += BLOCK) {
        gradient(o, first, n, k, Math.min(BLOCK, inner - k), scratch[part]);
      }
      element += n;
    }
  }

  /** The gradients of n elements, for the floats from k on of each. */
  private void gradient(int o, int first, int n, int k, int floats, float[][] own) {
    float[] total = own[0];
    WindowTaps.fill(total, 0, n * floats, 0f);
    int at = ArrayBuffer.at(from) + o * extent * factor * inner + k;
    for (int t = 0; t < factor; t++) {
      addPairs(first, n, t, share(t), floats, at, own);
    }
    for (int t = 0; t < factor; t++) {
      addPairs(first + 1, n, t, 1f - share(t), floats, at, own);
    }
    for (int t = 0; t < factor; t++) {
      if (first == 0) {
        addEnd(firstOf(0) + t, 1f - share(t), 0, floats, at, total);
      }
      if (first + n == extent) {
        addEnd(firstOf(extent) + t, share(t), (n - 1) * floats, floats, at, total);
      }
    }
    float[] dx = ArrayBuffer.array(to);
    int dxAt = ArrayBuffer.at(to) + (o * extent + first) * inner + k;
    WindowTaps.copyChunks(n, floats, total, 0, floats, dx, dxAt, inner);
  }

  /** Adds result t of n pairs, one to each element. */
  private void addPairs(int pair, int n, int t, float share, int floats, int at, float[][] own) {
    float[] dy = ArrayBuffer.array(from);
    int low = firstOf(pair) + t < 0 ? 1 : 0;
    int high = firstOf(pair + n - 1) + t < factor * extent ? n : n - 1;
    WindowTaps.fill(own[1], 0, low * floats, 0f);
    WindowTaps.fill(own[1], high * floats, n * floats, 0f);
    WindowTaps.copyChunks(
        high - low,
        floats,
        dy,
        at + (firstOf(pair + low) + t) * inner,
        factor * inner,
        own[1],
        low * floats,
        floats);
    addScaled(n * floats, share, own[1], own[0]);
  }

  private static void addScaled(int n, float share, float[] x, float[] total) {
    for (int j = 0; j < n; j++) {
      total[j] = total[j] + share * x[j];
    }
  }

  /** Adds one result to the element at the end, if there is such a result. */
  private void addEnd(int result, float share, int totalAt, int floats, int at, float[] total) {
    if (result < 0 || result >= factor * extent) {
      return;
    }
    float[] dy = ArrayBuffer.array(from);
    int dyAt = at + result * inner;
    for (int j = 0; j < floats; j++) {
      total[totalAt + j] += share * dy[dyAt + j];
    }
  }
}
