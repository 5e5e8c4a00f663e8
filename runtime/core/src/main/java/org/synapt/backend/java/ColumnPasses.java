package org.synapt.backend.java;

import java.util.Arrays;

/**
 * Walks over a matrix in blocks of whole rows that fit the L1 cache, and sums what a computation
 * makes of them column by column.
 *
 * <p>A block has up to 1,024 floats, so that narrow rows share vectorised loops, or one row; how
 * many rows it has is a power of two. Sums have one order, whatever the number of threads: the
 * blocks of a chunk are added one after the other, then the chunks one after the other, then the
 * second half of the rows of that sum to the first half until one row is left. Threads divide
 * chunks.
 */
final class ColumnPasses {
  /** What is computed for a block. */
  interface Block {
    /**
     * Computes something for {@code floats} floats, from position {@code at} in the matrix, and may
     * add something to each of the sums.
     */
    void run(int at, int floats, Rows own);
  }

  /** Arrays with room for a block: two of a thread's own, and the sums of a chunk. */
  static final class Rows {
    float[] a = new float[0];
    float[] b = new float[0];
    float[] firstSum = a;
    float[] secondSum = a;

    private void makeRoom(int floats) {
      if (a.length < floats) {
        a = new float[floats + PADDING];
        b = new float[floats + PADDING];
      }
    }
  }

  private static final int BLOCK = 1024;

  /**
   * An array of so many more is a whole number of cache lines with its header, so that several that
   * lie one behind the other begin alike, and a loop that aligns one has them all: up to a tenth
   * quicker.
   */
  private static final int PADDING = 12;

  private static final int BLOCKS_IN_CHUNK = 32;

  /** Adding up more chunks than this, on one thread, takes longer than the others save. */
  private static final int MOST_CHUNKS = 64;

  /** Below this many floats a pass takes less than 10 µs. */
  private static final int PARALLEL = 1 << 16;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final Rows[] scratch;
  private float[][] partial = new float[0][];

  private Block block;
  private boolean summing;
  private int rows;
  private int columns;
  private int rowsInBlock;
  private int rowsInChunk;
  private int chunks;
  private int parts;

  ColumnPasses(Workers workers) {
    this.workers = workers;
    this.scratch = new Rows[workers.threads()];
    Arrays.setAll(scratch, i -> new Rows());
  }

  /** How many rows a block has, if there are so many. */
  static int rowsInBlock(int rows, int columns) {
    int most = Integer.highestOneBit(Math.max(1, BLOCK / columns));
    return Math.min(most, Integer.highestOneBit(2 * rows - 1));
  }

  /** The same array, or a larger one if a vector repeated along a block does not fit. */
  static float[] fitting(float[] tile, int columns) {
    int most = Math.max(BLOCK, columns);
    return tile.length < most ? new float[most + PADDING] : tile;
  }

  /** Repeats the first {@code columns} floats along a block of so many rows. */
  static void repeat(float[] tile, int columns, int rows) {
    int floats = rowsInBlock(rows, columns) * columns;
    for (int done = columns; done < floats; done += done) {
      System.arraycopy(tile, 0, tile, done, Math.min(done, floats - done));
    }
  }

  /** Computes a block after the other, and writes nothing but what they write. */
  void run(int rows, int columns, Block block) {
    take(rows, columns, block);
    summing = false;
    workers.run(parts, part);
  }

  /**
   * Computes a block after the other, and their sums.
   *
   * @param first written: the first sum of each column; has room for a block
   * @param second written: the second
   */
  void sum(int rows, int columns, Block block, float[] first, float[] second) {
    take(rows, columns, block);
    summing = true;
    makeRoom();
    workers.run(parts, part);
    addUp(0, first);
    addUp(1, second);
  }

  private void take(int rows, int columns, Block block) {
    this.rows = rows;
    this.columns = columns;
    this.block = block;
    rowsInBlock = rowsInBlock(rows, columns);
    int blocks = (rows + rowsInBlock - 1) / rowsInBlock;
    int blocksInChunk = Math.max(BLOCKS_IN_CHUNK, (blocks + MOST_CHUNKS - 1) / MOST_CHUNKS);
    rowsInChunk = blocksInChunk * rowsInBlock;
    chunks = (rows + rowsInChunk - 1) / rowsInChunk;
    parts = rows * columns < PARALLEL ? 1 : Math.min(chunks, workers.threads());
  }

  private void makeRoom() {
    int floats = rowsInBlock * columns;
    if (partial.length < 2 * chunks || partial[0].length < floats) {
      partial =
          new float[2 * Math.max(chunks, partial.length / 2)][Math.max(BLOCK, floats) + PADDING];
    }
  }

  private void part(int i) {
    Rows own = scratch[i];
    own.makeRoom(Math.max(BLOCK, columns));
    int end = Parts.begin(chunks, i + 1, parts);
    for (int chunk = Parts.begin(chunks, i, parts); chunk < end; chunk++) {
      chunk(chunk, own);
    }
  }

  private void chunk(int chunk, Rows own) {
    if (summing) {
      own.firstSum = partial[2 * chunk];
      own.secondSum = partial[2 * chunk + 1];
      Arrays.fill(own.firstSum, 0, rowsInBlock * columns, 0f);
      Arrays.fill(own.secondSum, 0, rowsInBlock * columns, 0f);
    }
    int first = chunk * rowsInChunk;
    int end = Math.min(rows, first + rowsInChunk);
    for (int row = first; row < end; row += rowsInBlock) {
      block.run(row * columns, Math.min(rowsInBlock, end - row) * columns, own);
    }
  }

  /** Adds one of two sums of all chunks, and then the rows of that. */
  private void addUp(int which, float[] total) {
    int floats = rowsInBlock * columns;
    System.arraycopy(partial[which], 0, total, 0, floats);
    for (int chunk = 1; chunk < chunks; chunk++) {
      add(floats, partial[2 * chunk + which], total);
    }
    fold(columns, rowsInBlock, total, partial[which]);
  }

  /** Adds up the rows of a block; {@code spare} is overwritten. */
  static void fold(int columns, int rows, float[] total, float[] spare) {
    for (int half = rows / 2 * columns; half >= columns; half /= 2) {
      System.arraycopy(total, half, spare, 0, half);
      add(half, spare, total);
    }
  }

  /** total = total + x. */
  static void add(int n, float[] x, float[] total) {
    for (int j = 0; j < n; j++) {
      total[j] = total[j] + x[j];
    }
  }
}
