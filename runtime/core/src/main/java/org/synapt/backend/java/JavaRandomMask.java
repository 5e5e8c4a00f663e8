package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.RandomMask;

/** Fills ranges of a mask, one for each thread: a draw depends on no other. */
final class JavaRandomMask implements RandomMask {
  private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;
  private static final int PARALLEL = 1 << 15;

  private final Workers workers;
  private final Workers.Task part = this::part;

  private int count;
  private float rate;
  private long key;
  private float[] to;
  private int at;
  private int parts;

  JavaRandomMask(Workers workers) {
    this.workers = workers;
  }

  @Override
  public void fill(int count, float rate, long key, Buffer y) {
    this.count = count;
    this.rate = rate;
    this.key = key;
    this.to = ArrayBuffer.array(y);
    this.at = ArrayBuffer.at(y);
    this.parts = count < PARALLEL ? 1 : workers.threads();
    workers.run(parts, part);
  }

  private void part(int i) {
    int from = (int) ((long) count * i / parts);
    int end = (int) ((long) count * (i + 1) / parts);
    fill(from, end, rate, key, to, at);
  }

  private static void fill(int from, int end, float rate, long key, float[] y, int at) {
    float kept = 1f / (1f - rate);
    // A fraction of 24 bits lies below the rate where its numerator lies below this number.
    int limit = (int) Math.ceil(rate * 0x1p24);
    for (int i = from; i < end; i++) {
      int sign = (draw(key + (i + 1L) * GOLDEN_GAMMA) - limit) >>> 31;
      // No branch: half of the guesses about random bits would be wrong.
      y[at + i] = kept * (1 - sign);
    }
  }

  private static int draw(long state) {
    long z = (state ^ state >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
    return (int) ((z ^ z >>> 31) >>> 40);
  }
}
