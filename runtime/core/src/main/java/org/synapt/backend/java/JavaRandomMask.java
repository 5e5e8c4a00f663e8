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
  private final long[][] scratch;

  /** What a value is multiplied with that is kept, and one that is dropped. */
  private final float[] scales = new float[2];

  /** What is added to a value that is kept, and to one that is dropped. */
  private final float[] summands = new float[2];

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
    this.scratch = new long[workers.threads()][Draw.BLOCK];
  }

  @Override
  public void fill(int count, float rate, long key, Buffer y) {
    prepare(count, rate, key, y);
    scales[0] = 1f / (1f - rate);
    workers.run(parts, part);
  }

  @Override
  public void fillAlpha(int count, float rate, long key, Buffer scale, Buffer shift) {
    prepare(count, rate, key, scale);
    double a = 1 / Math.sqrt((1.0 - rate) * (1 + ALPHA * ALPHA * rate));
    double b = -a * rate * ALPHA;
    scales[0] = (float) a;
    summands[0] = (float) b;
    summands[1] = (float) (a * ALPHA + b);
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
    long[] below = scratch[i];
    int end = Parts.begin(count, i + 1, parts);
    for (int from = Parts.begin(count, i, parts); from < end; from += Draw.BLOCK) {
      int n = Math.min(Draw.BLOCK, end - from);
      Draw.below(n, Draw.from(key, from), limit(), below);
      choose(n, below, scales, to, at + from);
    }
  }

  private void alphaPart(int i) {
    long[] below = scratch[i];
    int end = Parts.begin(count, i + 1, parts);
    for (int from = Parts.begin(count, i, parts); from < end; from += Draw.BLOCK) {
      int n = Math.min(Draw.BLOCK, end - from);
      Draw.below(n, Draw.from(key, from), limit(), below);
      choose(n, below, scales, to, at + from);
      choose(n, below, summands, shifts, shiftsAt + from);
    }
  }

  /** A fraction of 24 bits lies below the rate where its numerator lies below this number. */
  private int limit() {
    return (int) Math.ceil(rate * 0x1p24);
  }

  /** Looks results up: half of the guesses about random bits would be wrong. */
  private static void choose(int n, long[] below, float[] results, float[] y, int yAt) {
    for (int j = 0; j < n; j++) {
      y[yAt + j] = results[(int) below[j]];
    }
  }
}
