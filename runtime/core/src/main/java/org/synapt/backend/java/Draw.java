package org.synapt.backend.java;

/** The random bits of an element, which {@link org.synapt.kernel.RandomMask} states. */
public final class Draw {
  private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;

  /** How many elements {@link #below} takes at a time. */
  static final int BLOCK = 1_024;

  /** What the states of so many elements are further than the key. */
  private static final long[] STEPS = new long[BLOCK];

  static {
    for (int i = 0; i < BLOCK; i++) {
      STEPS[i] = (i + 1) * GOLDEN_GAMMA;
    }
  }

  private Draw() {}

  /**
   * The key whose element {@code i} is element {@code first + i} of this one.
   *
   * @param key a key
   * @param first an element of it
   * @return the key of what begins there
   */
  public static long from(long key, int first) {
    return key + first * GOLDEN_GAMMA;
  }

  /** The upper half. */
  static int top(long key, int i) {
    long state = key + (i + 1L) * GOLDEN_GAMMA;
    long z = (state ^ state >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
    return (int) ((z ^ z >>> 31) >>> 32);
  }

  /**
   * Compares the upper 24 bits of the first elements of a key.
   *
   * <p>HotSpot vectorises a loop that has nothing but longs.
   *
   * @param n how many elements, at most {@link #BLOCK}
   * @param key their key
   * @param limit what they are compared with
   * @param below written: 1 where an element's bits are a number below the limit, else 0
   */
  static void below(int n, long key, long limit, long[] below) {
    long[] steps = STEPS;
    for (int i = 0; i < n; i++) {
      long state = key + steps[i];
      long z = (state ^ state >>> 30) * 0xBF58_476D_1CE4_E5B9L;
      z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
      below[i] = ((z ^ z >>> 31) >>> 40) - limit >>> 63;
    }
  }
}
