package org.synapt.data;

/**
 * An order of examples; the same seed gives the same order on every JVM and on Android.
 *
 * <p>Shuffling: Durstenfeld, Algorithm 235: Random Permutation, 1964. Bits: SplitMix64, from
 * Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014.
 */
public final class Permutation {
  private final int[] rows;

  private Permutation(int[] rows) {
    this.rows = rows;
  }

  /**
   * The order in which examples lie.
   *
   * @param count how many there are
   * @return the order 0, 1, 2, …
   */
  public static Permutation of(int count) {
    Permutation permutation = new Permutation(new int[count]);
    permutation.sort();
    return permutation;
  }

  /** Returns to the order 0, 1, 2, …. */
  public void sort() {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
  }

  /**
   * Takes the order of a seed, whatever the order was; allocates nothing.
   *
   * @param seed any number
   */
  public void shuffle(long seed) {
    sort();
    long state = seed;
    for (int i = rows.length - 1; i > 0; i--) {
      state += 0x9E3779B97F4A7C15L;
      // The upper half times i + 1, over 2³²: even but for a share of 2⁻³² · i.
      int j = (int) (((mix(state) >>> 32) * (i + 1L)) >>> 32);
      int row = rows[i];
      rows[i] = rows[j];
      rows[j] = row;
    }
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  /**
   * The order as it is now.
   *
   * @return the numbers of examples; the array itself, which the next shuffle changes
   */
  public int[] rows() {
    return rows;
  }
}
