package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;

/**
 * Reduces the rows of matrices that are larger than a block, in an order that follows from their
 * extents, whatever the number of threads.
 *
 * <p>So many rows that they have up to 512 floats, a power of two, are a block. The blocks of a
 * chunk are added one after the other, then the second half of the rows of that sum to the first
 * until one row is left, and then the chunks one after the other. A chunk has at least 32 blocks,
 * and there are at most 64 chunks. Where the axis is the last, its rows are one float wide. Threads
 * divide chunks, and pieces of long rows.
 */
final class LongReduction {
  private static final int BLOCK = 512;
  private static final int BLOCKS_IN_CHUNK = 32;
  private static final int MOST_CHUNKS = 64;

  /** Longer rows are divided into pieces of this many columns. */
  private static final int PIECE = 1_024;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 17;

  private final Workers workers;
  private final BlockWriting writing;
  private final Part[] own;
  private final Workers.Task part = this::part;
  private float[] partial = new float[0];

  private int outer;
  private int extent;
  private int inner;
  private Reduction kind = Reduction.SUM;
  private Buffer x;
  private Buffer y;

  private int rowsInBlock;
  private int rowsInChunk;
  private int chunks;
  private int pieces;
  private int parts;

  LongReduction(Workers workers, BlockWriting writing) {
    this.workers = workers;
    this.writing = writing;
    this.own = new Part[workers.threads()];
    for (int i = 0; i < own.length; i++) {
      own[i] = new Part();
    }
  }

  /** Reduces [outer, extent, inner] to [outer, inner]. */
  void run(int outer, int extent, int inner, Reduction kind, Buffer x, Buffer y) {
    this.outer = outer;
    this.extent = extent;
    this.inner = inner;
    this.kind = kind;
    this.x = x;
    this.y = y;
    divide();
    parts = (long) outer * extent * inner < PARALLEL ? 1 : workers.threads();
    workers.run(parts, part);
    for (int line = 0; chunks > 1 && line < outer; line++) {
      for (int from = 0; from < inner; from += PIECE) {
        own[0].addChunks(line, from, Math.min(PIECE, inner - from));
      }
    }
  }

  /** Finds blocks, chunks and pieces, from the extents alone. */
  private void divide() {
    rowsInBlock = Integer.highestOneBit(Math.max(1, Math.min(extent, BLOCK / inner)));
    int blocks = (extent + rowsInBlock - 1) / rowsInBlock;
    int inChunk = Math.max(BLOCKS_IN_CHUNK, (blocks + MOST_CHUNKS - 1) / MOST_CHUNKS);
    rowsInChunk = inChunk * rowsInBlock;
    chunks = (blocks + inChunk - 1) / inChunk;
    pieces = (inner + PIECE - 1) / PIECE;
    if (chunks > 1 && partial.length < outer * chunks * inner) {
      partial = new float[outer * chunks * inner];
    }
  }

  private void part(int i) {
    int units = outer * chunks * pieces;
    int end = Parts.begin(units, i + 1, parts);
    for (int unit = Parts.begin(units, i, parts); unit < end; unit++) {
      int from = unit % pieces * PIECE;
      own[i].reduce(unit / pieces, from, Math.min(PIECE, inner - from));
    }
  }

  /** What a thread reduces with. */
  private final class Part {
    private final float[] total = new float[PIECE];
    private final float[] row = new float[PIECE];

    /** Some columns of a chunk. */
    void reduce(int line, int from, int n) {
      int first = line % chunks * rowsInChunk;
      int rows = Math.min(rowsInChunk, extent - first);
      reduceRows((line / chunks * extent + first) * inner + from, rows, n);
      if (chunks > 1) {
        System.arraycopy(total, 0, partial, line * inner + from, n);
      } else {
        store(line * inner + from, n);
      }
    }

    /** The total of some rows, of which n columns are of interest. */
    private void reduceRows(int at, int rows, int n) {
      int whole = Math.min(rowsInBlock, rows);
      x.get(at, total, 0, whole * n);
      float nothing = kind == Reduction.MAX ? Float.NEGATIVE_INFINITY : 0f;
      Arrays.fill(total, whole * n, rowsInBlock * n, nothing);
      for (int done = whole; done < rows; done += rowsInBlock) {
        int floats = Math.min(rowsInBlock, rows - done) * n;
        x.get(at + done * inner, row, 0, floats);
        kind.combine(floats, row, total);
      }
      for (int half = rowsInBlock / 2; half > 0; half /= 2) {
        System.arraycopy(total, half * n, row, 0, half * n);
        kind.combine(half * n, row, total);
      }
    }

    /** Some columns of the chunks of a matrix. */
    void addChunks(int line, int from, int n) {
      int at = line * chunks * inner + from;
      System.arraycopy(partial, at, total, 0, n);
      for (int chunk = 1; chunk < chunks; chunk++) {
        System.arraycopy(partial, at + chunk * inner, row, 0, n);
        kind.combine(n, row, total);
      }
      store(line * inner + from, n);
    }

    private void store(int at, int n) {
      if (kind == Reduction.SUM_ADD) {
        y.get(at, row, 0, n);
        kind.combine(n, row, total);
      }
      writing.write(y, at, total, 0, n);
    }
  }
}
