package org.synapt.backend.onednn;

/**
 * The shape of a product {@code c = a · b}, and how it is best computed.
 *
 * <p>The figures behind the rules were measured with oneDNN 3.11 on a core with AVX-512.
 *
 * @param m rows of c
 * @param k columns of a
 * @param n columns of c
 * @param transA whether a lies transposed
 * @param transB whether b lies transposed
 */
record ProductShape(int m, int k, int n, boolean transA, boolean transB) {
  /**
   * Longer sums are added up piece by piece: so much of b stays in the L2 cache while all rows of a
   * pass it. 32 x 5408 x 512 takes 1.6 ms so, and 1.9 ms at once.
   */
  private static final int LONG = 1024;

  private static final int PIECE = 512;
  private static final int VECTOR = 16;

  /** As many rows of a pass a packed b that packing pays. */
  private static final int MANY_ROWS = 192;

  /** A b of fewer floats is in the L1 cache however it lies. */
  private static final int PACKED_FLOATS = 4096;

  /** How many terms of each sum are added up at once. */
  int piece() {
    if (k <= LONG) {
      return k;
    }
    int pieces = (k + PIECE - 1) / PIECE;
    return ((k + pieces - 1) / pieces + VECTOR - 1) / VECTOR * VECTOR;
  }

  /** The product that computes a tile of it. */
  ProductShape part(Tile tile) {
    return new ProductShape(tile.rows(), k, tile.columns(), transA, transB);
  }

  /** The product of the transposed: {@code cᵀ = bᵀ · aᵀ}. */
  ProductShape turned() {
    return new ProductShape(n, k, m, !transB, !transA);
  }

  /**
   * Whether {@code cᵀ} is computed, and then transposed.
   *
   * <p>That makes a large transposed b, whose transposition costs as much as some rows, the plain
   * left factor, and a the right one, which is soon packed; but vectors run along m then. For 32 x
   * 512 x 5408, 1.2 ms for 1.7. And it makes the many rows of a thin product its columns: 500 x 100
   * x 10 takes 10 µs for 18.
   */
  boolean isTurned() {
    if (transB && !transA) {
      long idle = ((long) m + VECTOR - 1) / VECTOR * VECTOR - m;
      return 2L * k * n > 4L * m * ((long) k + n) + (long) k * n * idle / 6;
    }
    return transA && !transB && n < VECTOR && m >= 4 * VECTOR;
  }

  /**
   * Whether b is packed for each call: where it is small against a, and used again for many rows.
   */
  boolean isPacked() {
    return m >= MANY_ROWS && m > n / 2 && k * (long) n >= PACKED_FLOATS && !isWorthKeeping();
  }

  /**
   * Whether packing b pays once the same b is used again and again. Not for a single row, which
   * reads b once, however it lies; and which oneDNN adds up in another order if b is packed.
   */
  boolean isWorthKeeping() {
    return !transA && !transB && m > 1 && k * (long) n >= 4L * PACKED_FLOATS;
  }

  @Override
  public String toString() {
    return "[" + m + ", " + k + "] by [" + k + ", " + n + "]";
  }
}
