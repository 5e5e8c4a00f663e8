package org.synapt.backend.java;

/** Multiplies matrices block by block, on all threads if there is enough to do. */
final class LargeProduct {
  /** Cycles below which a second thread does not pay: about 20 µs. */
  private static final long PARALLEL = 1 << 16;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final ProductBlock[] blocks;
  private Product product;
  private int parts;
  private int rowParts;

  LargeProduct(Workers workers) {
    this.workers = workers;
    this.blocks = new ProductBlock[workers.threads()];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new ProductBlock();
    }
  }

  /** Computes all of c. */
  void multiply(Product p) {
    long cost = cost(p, p.m, p.n);
    p.transpose();
    long transposed = cost(p, p.m, p.n);
    if (transposed >= cost) {
      p.transpose();
    }
    product = p;
    parts = Math.min(cost, transposed) < PARALLEL ? 1 : workers.threads();
    rowParts = rowParts(p);
    workers.run(parts, part);
  }

  /** Into how many parts to divide the rows; the columns are divided into {@code parts} by that. */
  private int rowParts(Product p) {
    int best = 1;
    long least = Long.MAX_VALUE;
    for (int rows = 1; rows <= parts; rows++) {
      if (parts % rows == 0) {
        int columns = parts / rows;
        long cost = cost(p, (p.m + rows - 1) / rows, (p.n + columns - 1) / columns);
        if (cost < least) {
          least = cost;
          best = rows;
        }
      }
    }
    return best;
  }

  /**
   * The cost of a part in cycles, roughly, as measured. A row update costs one for each vector of
   * 16 columns, and 16 more for HotSpot's loops before and after the vectors; copying a float of b
   * or c costs a quarter, or one if a transposition is due.
   */
  private static long cost(Product p, long rows, long columns) {
    long blocks = (columns + ProductBlock.COLUMNS - 1) / ProductBlock.COLUMNS;
    long updates = rows * p.k * ((columns + 15) / 16 + 16 * blocks);
    long quarters =
        (p.bColumnStep == 1 ? 1L : 4L) * p.k * columns
            + (p.cColumnStep == 1 ? 1L : 4L) * rows * columns;
    return updates + quarters / 4;
  }

  private void part(int i) {
    int row = i % rowParts;
    int column = i / rowParts;
    int columnParts = parts / rowParts;
    multiply(
        blocks[i],
        Parts.begin(product.m, row, rowParts, 2),
        Parts.begin(product.m, row + 1, rowParts, 2),
        Parts.begin(product.n, column, columnParts, 16),
        Parts.begin(product.n, column + 1, columnParts, 16));
  }

  private void multiply(ProductBlock block, int row, int endRow, int column, int endColumn) {
    int rows = even(endRow - row, ProductBlock.ROWS, 2);
    int columns = even(endColumn - column, ProductBlock.COLUMNS, 16);
    for (int j = column; j < endColumn; j += columns) {
      for (int i = row; i < endRow; i += rows) {
        block.multiply(product, i, Math.min(rows, endRow - i), j, Math.min(columns, endColumn - j));
      }
    }
  }

  /** The size of blocks that are as few as can be and about equally large. */
  private static int even(int count, int most, int unit) {
    int blocks = (count + most - 1) / most;
    int size = blocks == 0 ? 1 : (count + blocks - 1) / blocks;
    return (size + unit - 1) / unit * unit;
  }
}
