package org.synapt.data;

/**
 * An order of examples; the same seed gives the same order on every JVM and on Android.
 *
 * <p>Shuffling: Durstenfeld, Algorithm 235: Random Permutation, 1964.
 */
public final class Permutation {
  private final int[] rows;
  private final SplitMix random = new SplitMix(0);

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
    random.restart(seed);
    for (int i = rows.length - 1; i > 0; i--) {
      int j = random.below(i + 1);
      int row = rows[i];
      rows[i] = rows[j];
      rows[j] = row;
    }
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
