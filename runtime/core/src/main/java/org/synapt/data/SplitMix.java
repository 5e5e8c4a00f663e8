package org.synapt.data;

/**
 * Random numbers of a seed; the same on every JVM and on Android.
 *
 * <p>Source: Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014
 * (SplitMix64).
 */
final class SplitMix {
  private long state;

  SplitMix(long seed) {
    restart(seed);
  }

  /** The numbers of a seed in one of many passes; passes have nothing to do with one another. */
  static SplitMix of(long seed, long pass) {
    return new SplitMix(stream(seed, pass));
  }

  /** A seed for one of many equal uses of a seed. */
  static long stream(long seed, long number) {
    return mix(mix(seed) + number);
  }

  void restart(long seed) {
    state = seed;
  }

  /** A number from 0 to before a bound. */
  int below(int bound) {
    // The upper half times the bound, over 2³²: even but for a share of 2⁻³² · bound.
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** A number from 0 to before 1, a multiple of 2⁻⁵³. */
  double unit() {
    return (next() >>> 11) * 0x1p-53;
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
