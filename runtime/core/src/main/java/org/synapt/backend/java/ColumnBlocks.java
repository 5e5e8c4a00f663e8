package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;

/**
 * Walks over a matrix in blocks of whole rows, and sums what a computation makes of them column by
 * column.
 *
 * <p>A block has up to 512 floats, so that narrow rows share vectorised loops, or one row; how many
 * rows it has is a power of two. Sums have one order, whatever the number of threads: the blocks of
 * a chunk are added one after the other, then the second half of the rows of that sum to the first
 * half until one row is left, and then the chunks one after the other. Threads divide chunks.
 */
final class ColumnBlocks {
  /** What is computed for a block. */
  interface Block {
    /**
     * Computes something for {@code floats} floats, from position {@code at} in the matrix, and may
     * add something to each of the sums.
     */
    void run(int at, int floats, Scratch scratch);
  }

  /** Arrays of one thread, each with room for a block. */
  static final class Scratch {
    float[] a = new float[0];
    float[] b = new float[0];
    float[] y = new float[0];
    final float[][] sums = new float[MOST_SUMS][0];

    private void makeRoom(int floats) {
      if (a.length < floats) {
        a = new float[floats];
        b = new float[floats];
        y = new float[floats];
        for (int i = 0; i < MOST_SUMS; i++) {
          sums[i] = new float[floats];
        }
      }
    }

    /** Copies part of a buffer to the first of two arrays. */
    void takeA(Buffer from, int at, int floats) {
      System.arraycopy(ArrayBuffer.array(from), ArrayBuffer.at(from) + at, a, 0, floats);
    }

    /** Copies part of a buffer to the second of two arrays. */
    void takeB(Buffer from, int at, int floats) {
      System.arraycopy(ArrayBuffer.array(from), ArrayBuffer.at(from) + at, b, 0, floats);
    }

    /** Copies the result to its place in a buffer. */
    void giveY(Buffer to, int at, int floats) {
      System.arraycopy(y, 0, ArrayBuffer.array(to), ArrayBuffer.at(to) + at, floats);
    }
  }

  private static final int BLOCK = 512;
  private static final int MOST_ROWS = 64;
  private static final int BLOCKS_IN_CHUNK = 32;
  private static final int MOST_SUMS = 2;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 15;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final Scratch[] scratch;
  private float[] partial = new float[0];

  private Block block;
  private int rows;
  private int columns;
  private int sums;
  private int rowsInBlock;
  private int chunks;
  private int parts;

  ColumnBlocks(Workers workers) {
    this.workers = workers;
    this.scratch = new Scratch[workers.threads()];
    for (int i = 0; i < scratch.length; i++) {
      scratch[i] = new Scratch();
    }
  }

  /** The same array, or a larger one if a vector repeated along a block does not fit. */
  static float[] fitting(float[] tile, int columns) {
    int most = Math.max(BLOCK, columns);
    return tile.length < most ? new float[most] : tile;
  }

  /** Repeats the first {@code columns} floats along a block of so many rows. */
  static void repeat(float[] tile, int columns, int rows) {
    int floats = Math.min(rows, rowsInBlock(rows, columns)) * columns;
    for (int done = columns; done < floats; done += done) {
      System.arraycopy(tile, 0, tile, done, Math.min(done, floats - done));
    }
  }

  private static int rowsInBlock(int rows, int columns) {
    int most = Integer.highestOneBit(Math.max(1, Math.min(MOST_ROWS, BLOCK / columns)));
    return Math.min(most, Integer.highestOneBit(2 * rows - 1));
  }

  /** Computes a block after the other, and writes nothing but what they write. */
  void run(int rows, int columns, Block block) {
    run(rows, columns, 0, block, partial);
  }

  /**
   * Computes a block after the other, and their sums.
   *
   * @param sums how many sums there are, at most two
   * @param result written: {@code [sums, columns]}
   */
  void run(int rows, int columns, int sums, Block block, float[] result) {
    this.rows = rows;
    this.columns = columns;
    this.sums = sums;
    this.block = block;
    rowsInBlock = rowsInBlock(rows, columns);
    chunks = (rows + rowsInBlock * BLOCKS_IN_CHUNK - 1) / (rowsInBlock * BLOCKS_IN_CHUNK);
    if (partial.length < chunks * sums * columns) {
      partial = new float[chunks * sums * columns];
    }
    parts = rows * columns < PARALLEL ? 1 : Math.min(chunks, workers.threads());
    workers.run(parts, part);
    int floats = sums * columns;
    System.arraycopy(partial, 0, result, 0, floats);
    for (int chunk = 1; chunk < chunks; chunk++) {
      addRow(floats, partial, chunk * floats, result);
    }
  }

  private void part(int i) {
    scratch[i].makeRoom(rowsInBlock * columns);
    int end = Parts.begin(chunks, i + 1, parts);
    for (int chunk = Parts.begin(chunks, i, parts); chunk < end; chunk++) {
      chunk(chunk, scratch[i]);
    }
  }

  private void chunk(int chunk, Scratch own) {
    int whole = rowsInBlock * columns;
    for (int sum = 0; sum < sums; sum++) {
      Arrays.fill(own.sums[sum], 0, whole, 0f);
    }
    int first = chunk * BLOCKS_IN_CHUNK * rowsInBlock;
    int end = Math.min(rows, first + BLOCKS_IN_CHUNK * rowsInBlock);
    for (int row = first; row < end; row += rowsInBlock) {
      block.run(row * columns, Math.min(rowsInBlock, end - row) * columns, own);
    }
    for (int sum = 0; sum < sums; sum++) {
      for (int half = whole / 2; half >= columns; half /= 2) {
        addRow(half, own.sums[sum], half, own.sums[sum]);
      }
      System.arraycopy(own.sums[sum], 0, partial, (chunk * sums + sum) * columns, columns);
    }
  }

  private static void addRow(int n, float[] x, int at, float[] total) {
    for (int j = 0; j < n; j++) {
      total[j] += x[at + j];
    }
  }

  /** total = total + x. */
  static void add(int n, float[] x, float[] total) {
    for (int j = 0; j < n; j++) {
      total[j] = total[j] + x[j];
    }
  }

  /** total = total + x · y. */
  static void addProducts(int n, float[] x, float[] y, float[] total) {
    for (int j = 0; j < n; j++) {
      total[j] = total[j] + x[j] * y[j];
    }
  }
}
