package org.synapt.network;

/**
 * What everything random in a network follows from: the same seed gives the same bytes.
 *
 * <p>Each use draws from a stream of its own, so that a parameter starts the same whatever stands
 * beside it.
 */
public final class Seed {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final long value;

  private Seed(long value) {
    this.value = value;
  }

  /**
   * The seed of a number.
   *
   * @param value any number
   * @return the seed
   */
  public static Seed of(long value) {
    return new Seed(value);
  }

  /**
   * The number of this seed.
   *
   * @return the number
   */
  public long value() {
    return value;
  }

  /**
   * A seed for one use, different for every name.
   *
   * @param name the use, such as a parameter's name
   * @return the seed of that use
   */
  public Seed stream(String name) {
    long mixed = value;
    for (int i = 0; i < name.length(); i++) {
      mixed = mix(mixed + GOLDEN_GAMMA + name.charAt(i));
    }
    return new Seed(mixed);
  }

  /**
   * A seed for one of many equal uses, such as a step.
   *
   * @param number the number of the use
   * @return the seed of that use
   */
  public Seed stream(long number) {
    return new Seed(key(value, number));
  }

  /** As {@link #stream(long)}, for hot paths that allocate nothing. */
  static long key(long value, long number) {
    return mix(value + GOLDEN_GAMMA * (number + 1));
  }

  /**
   * The finalizer of SplitMix64: Steele, Lea and Flood, Fast Splittable Pseudorandom Number
   * Generators, 2014.
   */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  @Override
  public String toString() {
    return "seed " + value;
  }
}
