package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Spread;

/** Copies a row once, and then what there is of it already. */
final class JavaSpread implements Spread {
  /** Rows with fewer copies than this are not worth a call each. */
  private static final int SHORT = 16;

  /** The most floats to copy at a time, so that they are in the L1 cache still. */
  private static final int COPIED = 2_048;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 16;

  private final Workers workers;
  private final Workers.Task part = this::part;

  private int outer;
  private int extent;
  private int inner;
  private int parts;
  private Buffer x;
  private Buffer y;

  JavaSpread(Workers workers) {
    this.workers = workers;
  }

  @Override
  public void spread(int outer, int extent, int inner, Buffer x, Buffer y) {
    this.outer = outer;
    this.extent = extent;
    this.inner = inner;
    this.x = x;
    this.y = y;
    parts = (long) outer * extent * inner < PARALLEL ? 1 : workers.threads();
    workers.run(parts, part);
  }

  private void part(int i) {
    if (extent * inner < SHORT) {
      spreadShort(Parts.begin(outer, i, parts), Parts.begin(outer, i + 1, parts));
    } else {
      int rows = outer * extent;
      spreadLong(Parts.begin(rows, i, parts), Parts.begin(rows, i + 1, parts));
    }
  }

  /** All copies of some rows of x, at the same place in each at a time. */
  private void spreadShort(int from, int end) {
    int floats = extent * inner;
    for (int e = 0; e < extent; e++) {
      WindowTaps.copyChunks(
          end - from,
          inner,
          ArrayBuffer.array(x),
          ArrayBuffer.at(x) + from * inner,
          inner,
          ArrayBuffer.array(y),
          ArrayBuffer.at(y) + from * floats + e * inner,
          floats);
    }
  }

  /** Some rows of y. */
  private void spreadLong(int from, int end) {
    int row = from;
    while (row < end) {
      int n = Math.min(end - row, extent - row % extent);
      int at = ArrayBuffer.at(x) + row / extent * inner;
      repeat(
          ArrayBuffer.array(x),
          at,
          inner,
          ArrayBuffer.array(y),
          ArrayBuffer.at(y) + row * inner,
          n * inner);
      row += n;
    }
  }

  /** {@code y[j] = x[j mod period]} for j below n. */
  private static void repeat(float[] x, int xAt, int period, float[] y, int yAt, int n) {
    System.arraycopy(x, xAt, y, yAt, period);
    int copied = period;
    for (int done = period; done < n; done += copied) {
      copied = Math.min(done < COPIED ? done : copied, n - done);
      System.arraycopy(y, yAt, y, yAt + done, copied);
    }
  }
}
