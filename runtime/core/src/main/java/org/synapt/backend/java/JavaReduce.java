package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Reduce;

/**
 * Sums and maxima along an axis.
 *
 * <p>Where the axis is the last, {@link Lanes} says in which order a row is summed. Where it is
 * not, and a matrix has less than 512 floats and all have less than 32,768, rows are added one
 * after the other. Otherwise so many rows that they have up to 512 floats, a power of two, are a
 * block, so that narrow rows share vectorised loops. The blocks of a chunk are added one after the
 * other, then the second half of the rows of that sum to the first until one row is left, and then
 * the chunks one after the other. A chunk has at least 32 blocks, and there are at most 64 chunks.
 * Threads divide rows of the result and chunks.
 */
final class JavaReduce implements Reduce {
  private static final int BLOCK = 512;
  private static final int MOST_ROWS = 64;
  private static final int BLOCKS_IN_CHUNK = 32;
  private static final int MOST_CHUNKS = 64;

  /** Longer rows are divided into pieces of this many columns. */
  private static final int PIECE = 1_024;

  /** Shorter rows are added where they lie: the copy costs more than it gains. */
  private static final int SHORT = 24;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 15;

  private final Workers workers;
  private final Workers.Task linesPart = this::linesPart;
  private final Workers.Task columnsPart = this::columnsPart;
  private final float[][] totals;
  private final float[][] rows;
  private float[] partial = new float[0];

  private int outer;
  private int extent;
  private int inner;
  private boolean largest;
  private boolean added;
  private Buffer x;
  private Buffer y;

  private int rowsInBlock;
  private int rowsInChunk;
  private int chunks;
  private int pieces;
  private int parts;

  JavaReduce(Workers workers) {
    this.workers = workers;
    this.totals = new float[workers.threads()][PIECE];
    this.rows = new float[workers.threads()][PIECE];
  }

  @Override
  public void sum(int outer, int extent, int inner, Buffer x, Buffer y) {
    largest = false;
    added = false;
    run(outer, extent, inner, x, y);
  }

  @Override
  public void sumAdd(int outer, int extent, int inner, Buffer x, Buffer y) {
    largest = false;
    added = true;
    run(outer, extent, inner, x, y);
  }

  @Override
  public void max(int outer, int extent, int inner, Buffer x, Buffer y) {
    largest = true;
    added = false;
    run(outer, extent, inner, x, y);
  }

  private void run(int outer, int extent, int inner, Buffer x, Buffer y) {
    this.extent = extent;
    this.inner = inner;
    boolean alone = (long) outer * extent * inner < PARALLEL;
    if (inner == 1 && alone) {
      reduceLines(0, outer, x, y);
    } else if (alone && extent * inner < BLOCK) {
      reduceFew(outer, x, y);
    } else {
      this.outer = outer;
      this.x = x;
      this.y = y;
      share(alone ? 1 : workers.threads());
    }
  }

  private void share(int threads) {
    if (inner == 1) {
      parts = Math.min(threads, outer);
      workers.run(parts, linesPart);
    } else {
      parts = threads;
      divide();
      workers.run(parts, columnsPart);
      addChunks();
    }
  }

  private void linesPart(int part) {
    int first = Parts.begin(outer, part, parts);
    reduceLines(first, Parts.begin(outer, part + 1, parts), x, y);
  }

  /** Rows of which each becomes a float. */
  private void reduceLines(int first, int end, Buffer x, Buffer y) {
    float[] from = ArrayBuffer.array(x);
    float[] to = ArrayBuffer.array(y);
    int at = ArrayBuffer.at(x) + first * extent;
    int yAt = ArrayBuffer.at(y) + first;
    if (largest) {
      maxLines(end - first, extent, from, at, to, yAt);
    } else {
      sumLines(end - first, extent, from, at, to, yAt, added);
    }
  }

  private static void maxLines(int lines, int extent, float[] x, int at, float[] y, int yAt) {
    for (int o = 0; o < lines; o++) {
      y[yAt + o] = Lanes.max(x, at + o * extent, extent);
    }
  }

  private static void sumLines(
      int lines, int extent, float[] x, int at, float[] y, int yAt, boolean add) {
    for (int o = 0; o < lines; o++) {
      float sum = Lanes.sum(x, at + o * extent, extent);
      y[yAt + o] = add ? y[yAt + o] + sum : sum;
    }
  }

  /** Row after row of each matrix: there is little to share out, and little to find out. */
  private void reduceFew(int outer, Buffer x, Buffer y) {
    float[] from = ArrayBuffer.array(x);
    float[] to = ArrayBuffer.array(y);
    int at = ArrayBuffer.at(x);
    int yAt = ArrayBuffer.at(y);
    float[] total = totals[0];
    float[] row = rows[0];
    int n = inner;
    for (int o = 0; o < outer; o++) {
      System.arraycopy(from, at, total, 0, n);
      if (largest) {
        maxRows(extent, n, from, at, total, row);
      } else {
        sumRows(extent, n, from, at, total, row);
      }
      store(n, total, to, yAt + o * n, row);
      at += extent * n;
    }
  }

  private static void sumRows(int extent, int n, float[] x, int at, float[] total, float[] row) {
    for (int e = 1; e < extent; e++) {
      if (n < SHORT) {
        addHere(n, x, at + e * n, total);
      } else {
        System.arraycopy(x, at + e * n, row, 0, n);
        ColumnBlocks.add(n, row, total);
      }
    }
  }

  private static void maxRows(int extent, int n, float[] x, int at, float[] total, float[] row) {
    for (int e = 1; e < extent; e++) {
      System.arraycopy(x, at + e * n, row, 0, n);
      max(n, row, total);
    }
  }

  /** Finds blocks, chunks and pieces, from the extents alone. */
  private void divide() {
    int most = Math.max(1, Math.min(MOST_ROWS, BLOCK / inner));
    rowsInBlock = Integer.highestOneBit(Math.min(most, extent));
    int blocks = (extent + rowsInBlock - 1) / rowsInBlock;
    int inChunk = Math.max(BLOCKS_IN_CHUNK, (blocks + MOST_CHUNKS - 1) / MOST_CHUNKS);
    rowsInChunk = inChunk * rowsInBlock;
    chunks = (blocks + inChunk - 1) / inChunk;
    pieces = (inner + PIECE - 1) / PIECE;
    if (chunks > 1 && partial.length < outer * chunks * inner) {
      partial = new float[outer * chunks * inner];
    }
  }

  private void columnsPart(int part) {
    int units = outer * chunks * pieces;
    int end = Parts.begin(units, part + 1, parts);
    for (int unit = Parts.begin(units, part, parts); unit < end; unit++) {
      int line = unit / pieces;
      int from = unit % pieces * PIECE;
      int n = Math.min(PIECE, inner - from);
      int first = line % chunks * rowsInChunk;
      int some = Math.min(rowsInChunk, extent - first);
      int at = ArrayBuffer.at(x) + (line / chunks * extent + first) * inner + from;
      reduceRows(at, some, n, totals[part], rows[part]);
      if (chunks > 1) {
        System.arraycopy(totals[part], 0, partial, line * inner + from, n);
      } else {
        store(
            n,
            totals[part],
            ArrayBuffer.array(y),
            ArrayBuffer.at(y) + line * inner + from,
            rows[part]);
      }
    }
  }

  /** The total of some rows, of which n columns are of interest. */
  private void reduceRows(int at, int some, int n, float[] total, float[] row) {
    float[] from = ArrayBuffer.array(x);
    int whole = Math.min(rowsInBlock, some);
    System.arraycopy(from, at, total, 0, whole * n);
    WindowTaps.fill(total, whole * n, rowsInBlock * n, largest ? Float.NEGATIVE_INFINITY : 0f);
    for (int done = whole; done < some; done += rowsInBlock) {
      int floats = Math.min(rowsInBlock, some - done) * n;
      combine(floats, from, at + done * inner, total, row);
    }
    for (int half = rowsInBlock / 2; half > 0; half /= 2) {
      combine(half * n, total, half * n, total, row);
    }
  }

  private void combine(int n, float[] from, int at, float[] total, float[] row) {
    if (n < SHORT && !largest) {
      addHere(n, from, at, total);
      return;
    }
    System.arraycopy(from, at, row, 0, n);
    if (largest) {
      max(n, row, total);
    } else {
      ColumnBlocks.add(n, row, total);
    }
  }

  private void store(int n, float[] total, float[] to, int at, float[] row) {
    if (added) {
      System.arraycopy(to, at, row, 0, n);
      ColumnBlocks.add(n, row, total);
    }
    System.arraycopy(total, 0, to, at, n);
  }

  private void addChunks() {
    for (int line = 0; chunks > 1 && line < outer; line++) {
      for (int from = 0; from < inner; from += PIECE) {
        int n = Math.min(PIECE, inner - from);
        int at = line * chunks * inner + from;
        System.arraycopy(partial, at, totals[0], 0, n);
        for (int chunk = 1; chunk < chunks; chunk++) {
          combine(n, partial, at + chunk * inner, totals[0], rows[0]);
        }
        store(n, totals[0], ArrayBuffer.array(y), ArrayBuffer.at(y) + line * inner + from, rows[0]);
      }
    }
  }

  private static void addHere(int n, float[] x, int at, float[] total) {
    for (int j = 0; j < n; j++) {
      total[j] += x[at + j];
    }
  }

  private static void max(int n, float[] x, float[] largest) {
    for (int j = 0; j < n; j++) {
      largest[j] = Math.max(largest[j], x[j]);
    }
  }
}
