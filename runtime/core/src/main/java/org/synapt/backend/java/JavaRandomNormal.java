package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.RandomNormal;

/**
 * Fills blocks with uniform numbers, takes their quantiles in one loop as if all lay in the middle,
 * and then sets right those that do not.
 */
final class JavaRandomNormal implements RandomNormal {
  private static final int BLOCK = 1024;
  private static final int PARALLEL = 1 << 14;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final float[][][] scratch;

  private int count;
  private float mean;
  private float deviation;
  private long key;
  private float[] to;
  private int at;
  private int parts;

  JavaRandomNormal(Workers workers) {
    this.workers = workers;
    this.scratch = new float[workers.threads()][2][BLOCK];
  }

  @Override
  public void fill(int count, float mean, float deviation, long key, Buffer y) {
    this.count = count;
    this.mean = mean;
    this.deviation = deviation;
    this.key = key;
    this.to = ArrayBuffer.array(y);
    this.at = ArrayBuffer.at(y);
    this.parts = count < PARALLEL ? 1 : workers.threads();
    workers.run(parts, part);
  }

  private void part(int i) {
    int end = Parts.begin(count, i + 1, parts);
    for (int from = Parts.begin(count, i, parts); from < end; from += BLOCK) {
      block(from, Math.min(BLOCK, end - from), scratch[i][0], scratch[i][1]);
    }
  }

  private void block(int from, int n, float[] q, float[] y) {
    draw(n, key, from, q);
    middle(n, q, mean, deviation, y);
    for (int j = 0; j < n; j++) {
      if (Math.abs(q[j]) > NormalQuantile.TAIL) {
        y[j] = mean + deviation * tail(Draw.top(key, from + j));
      }
    }
    System.arraycopy(y, 0, to, at + from, n);
  }

  /** q = u − ½, as near as floats are. */
  private static void draw(int n, long key, int from, float[] q) {
    for (int j = 0; j < n; j++) {
      q[j] = Draw.top(key, from + j) * 0x1p-32f;
    }
  }

  private static void middle(int n, float[] q, float mean, float deviation, float[] y) {
    for (int j = 0; j < n; j++) {
      y[j] = mean + deviation * NormalQuantile.middle(q[j]);
    }
  }

  /** Where q is rounded to ½, what lies beyond it still tells numbers apart. */
  private static float tail(int k) {
    double q = k + 0.5;
    float beyond = (float) ((0x1p31 - Math.abs(q)) * 0x1p-32);
    return k < 0 ? -NormalQuantile.tail(beyond) : NormalQuantile.tail(beyond);
  }
}
