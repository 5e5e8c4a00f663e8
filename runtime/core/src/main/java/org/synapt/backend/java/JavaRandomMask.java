package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.RandomMask;

/** Fills ranges of a mask, one for each thread: a draw depends on no other. */
final class JavaRandomMask implements RandomMask {
  /** −λα of selu. */
  private static final double ALPHA = -1.7580993408473766;

  private static final int PARALLEL = 1 << 15;

  private final Workers workers;
  private final Workers.Task part = this::part;

  private final Workers.Task alphaPart = this::alphaPart;

  private int count;
  private float rate;
  private long key;
  private float[] to;
  private int at;
  private float[] shifts;
  private int shiftsAt;
  private int parts;

  JavaRandomMask(Workers workers) {
    this.workers = workers;
  }

  @Override
  public void fill(int count, float rate, long key, Buffer y) {
    prepare(count, rate, key, y);
    workers.run(parts, part);
  }

  @Override
  public void fillAlpha(int count, float rate, long key, Buffer scale, Buffer shift) {
    prepare(count, rate, key, scale);
    this.shifts = ArrayBuffer.array(shift);
    this.shiftsAt = ArrayBuffer.at(shift);
    workers.run(parts, alphaPart);
  }

  private void prepare(int floats, float share, long drawKey, Buffer y) {
    this.count = floats;
    this.rate = share;
    this.key = drawKey;
    this.to = ArrayBuffer.array(y);
    this.at = ArrayBuffer.at(y);
    this.parts = floats < PARALLEL ? 1 : workers.threads();
  }

  private void part(int i) {
    int from = Parts.begin(count, i, parts);
    int end = Parts.begin(count, i + 1, parts);
    fill(from, end, limit(), key, 1f / (1f - rate), 0f, to, at);
  }

  private void alphaPart(int i) {
    int from = Parts.begin(count, i, parts);
    int end = Parts.begin(count, i + 1, parts);
    double a = 1 / Math.sqrt((1.0 - rate) * (1 + ALPHA * ALPHA * rate));
    double b = -a * rate * ALPHA;
    int limit = limit();
    fill(from, end, limit, key, (float) a, 0f, to, at);
    fill(from, end, limit, key, (float) b, (float) (a * ALPHA + b), shifts, shiftsAt);
  }

  /** A fraction of 24 bits lies below the rate where its numerator lies below this number. */
  private int limit() {
    return (int) Math.ceil(rate * 0x1p24);
  }

  private static void fill(
      int from, int end, int limit, long key, float kept, float dropped, float[] y, int at) {
    for (int i = from; i < end; i++) {
      int below = ((Draw.top(key, i) >>> 8) - limit) >>> 31;
      // No branch: half of the guesses about random bits would be wrong.
      y[at + i] = kept * (1 - below) + dropped * below;
    }
  }
}
