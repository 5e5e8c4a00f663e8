package org.synapt.backend.onednn;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows and columns of a product that one part computes.
 *
 * @param row the first row
 * @param rows how many rows
 * @param column the first column
 * @param columns how many columns
 */
record Tile(int row, int rows, int column, int columns) {
  /** What a part computes at least, in multiplications: about 7 µs. */
  private static final long LEAST = 500_000;

  /** What comes from memory, or goes there, takes as long as so many multiplications. */
  private static final int MEMORY = 4;

  /** Parts begin at multiples of a vector, so that they share no cache line. */
  private static final int VECTOR = 16;

  /** Fewer columns than that would not fill the registers. */
  private static final int FEW = 64;

  /**
   * Divides a product by a rule on its shape alone, so that its bits depend on nothing else.
   *
   * <p>What is read by all parts is read once for each, so the larger factor is divided: columns of
   * a product with more columns than rows.
   *
   * @param parts how many there may be
   * @param product the product
   * @return as many tiles as there are parts
   */
  static List<Tile> divide(int parts, ProductShape product) {
    int m = product.m();
    int n = product.n();
    long work = (long) m * n * (product.k() + MEMORY) + (long) product.k() * n * MEMORY;
    int most = (int) Math.max(1, Math.min(parts, work / LEAST));
    int across = n < m ? 1 : Math.max(1, Math.min(most, n / FEW));
    return grid(m, steps(m, most / across), n, steps(n, across));
  }

  /** Divides one extent into so many pieces of whole vectors, or fewer; the length of each. */
  private static int steps(int extent, int pieces) {
    if (pieces <= 1) {
      return extent;
    }
    int even = (extent + pieces - 1) / pieces;
    return (even + VECTOR - 1) / VECTOR * VECTOR;
  }

  private static List<Tile> grid(int m, int rowStep, int n, int columnStep) {
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < m; i += rowStep) {
      for (int j = 0; j < n; j += columnStep) {
        tiles.add(new Tile(i, Math.min(rowStep, m - i), j, Math.min(columnStep, n - j)));
      }
    }
    return tiles;
  }
}
