package org.synapt.backend.java;

import java.util.concurrent.atomic.AtomicInteger;

/** Computes a {@link PatchSum} block by block, on all threads if there is enough to do. */
final class LargePatchSum {
  /** Work below which a second thread does not pay: about 20 µs. */
  private static final long PARALLEL = 1 << 18;

  /** The most columns in a block. */
  private static final int COLUMNS = 640;

  /** The most rows in a block. */
  private static final int ROWS = 128;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final PatchBlock[] own;
  private final AtomicInteger next = new AtomicInteger();
  private final PartialSums partial = new PartialSums();
  private PatchSum s;
  private int shares;
  private int columns;
  private int blocks;
  private int rows;
  private int rowParts;
  private int tasks;

  LargePatchSum(Workers workers) {
    this.workers = workers;
    this.own = new PatchBlock[workers.threads()];
    for (int i = 0; i < own.length; i++) {
      own[i] = new PatchBlock();
    }
  }

  /** Computes all of the sum. */
  void run(PatchSum sum) {
    s = sum;
    shares = s.shares();
    partial.makeRoom(shares * s.floats());
    int threads = s.work() < PARALLEL ? 1 : workers.threads();
    divide(threads);
    next.set(0);
    workers.run(Math.min(threads, tasks), part);
    partial.add(shares, s.floats());
    place();
  }

  /** Divides the columns as needed, and the rows so far that all threads have something. */
  private void divide(int threads) {
    blocks = (s.columns() + COLUMNS - 1) / COLUMNS;
    columns = ((s.columns() + blocks - 1) / blocks + 15) & -16;
    int whole = shares * blocks * s.groups;
    rowParts = Math.min((threads + whole - 1) / whole, (s.rows + 1) / 2);
    rowParts = Math.max(rowParts, (s.rows + ROWS - 1) / ROWS);
    rows = ((s.rows + rowParts - 1) / rowParts + 1) & -2;
    rowParts = (s.rows + rows - 1) / rows;
    tasks = whole * rowParts;
  }

  private void part(int i) {
    for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
      int row = task % rowParts * rows;
      int column = task / rowParts % blocks * columns;
      int group = task / rowParts / blocks % s.groups;
      int share = task / rowParts / blocks / s.groups;
      int at = share * s.floats() + (group * s.rows + row) * s.columns() + column;
      own[i].run(
          s,
          group,
          Parts.begin(s.batch, share, shares),
          Parts.begin(s.batch, share + 1, shares),
          row,
          Math.min(rows, s.rows - row),
          column,
          Math.min(columns, s.columns() - column),
          partial.floats,
          at);
    }
  }

  /** Puts the sum, whose rows are the single floats' channels, where the weight's layout has it. */
  private void place() {
    for (int group = 0; group < s.groups; group++) {
      if (s.add) {
        addTo(group);
      } else if (s.turned) {
        copyTo(group);
      } else {
        int from = group * s.rows * s.columns();
        int to = s.sumAt + group * s.rows;
        int filters = s.groups * s.rows;
        Strides.unravel(partial.floats, from, s.columns(), s.sum, to, filters, s.columns(), s.rows);
      }
    }
  }

  private void copyTo(int group) {
    for (int row = 0; row < s.rows; row++) {
      int from = (group * s.rows + row) * s.columns();
      for (int tap = 0; tap < s.taps(); tap++) {
        int to = weightAt(group, row, tap, 0);
        System.arraycopy(partial.floats, from + tap * s.depth, s.sum, to, s.depth);
      }
    }
  }

  private void addTo(int group) {
    for (int row = 0; row < s.rows; row++) {
      int from = (group * s.rows + row) * s.columns();
      for (int tap = 0; tap < s.taps(); tap++) {
        for (int k = 0; k < s.depth; k++) {
          int to = weightAt(group, row, tap, k);
          s.sum[to] = s.sum[to] + partial.floats[from + tap * s.depth + k];
        }
      }
    }
  }

  private int weightAt(int group, int row, int tap, int k) {
    if (s.turned) {
      int filters = s.groups * s.depth;
      return s.sumAt + ((s.taps() - 1 - tap) * s.rows + row) * filters + group * s.depth + k;
    }
    int filters = s.groups * s.rows;
    return s.sumAt + (tap * s.depth + k) * filters + group * s.rows + row;
  }
}
