package org.synapt.backend.onednn;

import java.util.Arrays;
import org.synapt.buffer.Buffer;

/** Looks for NaN and infinities, on one thread, at about the speed of a copy. */
final class FiniteScan {
  private static final int BLOCK = 1024;

  private final float[] a = new float[BLOCK];
  private final float[] b = new float[BLOCK];
  private final float[] total = new float[BLOCK];

  /** Whether some floats are all finite, and so small that their sums are; never wrongly so. */
  boolean allFinite(Buffer x, int at, int floats) {
    Arrays.fill(total, 0f);
    int done = 0;
    for (; done + 2 * BLOCK <= floats; done += 2 * BLOCK) {
      x.get(at + done, a, 0, BLOCK);
      x.get(at + done + BLOCK, b, 0, BLOCK);
      add(a, b, total);
    }
    Arrays.fill(b, 0f);
    for (; done < floats; done += BLOCK) {
      int n = Math.min(BLOCK, floats - done);
      x.get(at + done, a, 0, n);
      Arrays.fill(a, n, BLOCK, 0f);
      add(a, b, total);
    }
    return allFinite(total);
  }

  /** What is not finite stays so, whatever is added. */
  private static void add(float[] a, float[] b, float[] total) {
    for (int j = 0; j < BLOCK; j++) {
      total[j] = total[j] + (a[j] + b[j]);
    }
  }

  private static boolean allFinite(float... x) {
    float even = 0f;
    float odd = 0f;
    for (int j = 0; j < x.length; j += 2) {
      even += x[j] * 0f;
      odd += x[j + 1] * 0f;
    }
    return even + odd == 0f;
  }
}
