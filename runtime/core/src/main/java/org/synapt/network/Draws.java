package org.synapt.network;

/**
 * Random numbers that are the same on every JVM and on Android.
 *
 * <p>Bits: SplitMix64, from Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators,
 * OOPSLA 2014. Normals: the polar method, from Marsaglia and Bray, A Convenient Method for
 * Generating Normal Variables, 1964, over {@link StrictMath}.
 */
final class Draws {
  private static final double TWO_TO_THE_MINUS_53 = 0x1p-53;

  private final long key;
  private long drawn;
  private double spare;
  private boolean hasSpare;

  Draws(Seed seed) {
    this.key = seed.value();
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return (Seed.key(key, drawn++) >>> 11) * TWO_TO_THE_MINUS_53;
  }

  /** Normal with mean 0 and deviation 1. */
  double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double u;
    double v;
    double square;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square == 0);
    double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spare = v * factor;
    hasSpare = true;
    return u * factor;
  }

  /** Normal, drawn again where further than two deviations from 0. */
  double truncatedNormal() {
    double normal;
    do {
      normal = normal();
    } while (normal < -2 || normal > 2);
    return normal;
  }
}
