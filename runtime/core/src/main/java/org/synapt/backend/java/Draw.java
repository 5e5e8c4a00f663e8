package org.synapt.backend.java;

/** The random bits of an element, which {@link org.synapt.kernel.RandomMask} states. */
final class Draw {
  private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;

  private Draw() {}

  /** The upper half. */
  static int top(long key, int i) {
    long state = key + (i + 1L) * GOLDEN_GAMMA;
    long z = (state ^ state >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
    return (int) ((z ^ z >>> 31) >>> 32);
  }
}
