package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Gather;
import org.synapt.kernel.RowNumbers;

/**
 * Rows of a table in any memory that Java can copy from and to, a row at a time.
 *
 * <p>Rows are copied some to each thread, and added column by column some to each, so that a row
 * that is named twice gets its shares in their order.
 */
public final class BlockGather implements Gather {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 15;

  /** So many floats are a cache line. */
  private static final int LINE = 16;

  private final Workers workers;
  private final BlockWriting writing;
  private final RowNumbers numbers = new RowNumbers();
  private final Workers.Task copy = this::copy;
  private final Workers.Task add = this::add;
  private final Workers.Task clear = this::clear;

  /** Two rows for each thread. */
  private final float[][] rows;

  private float[] zeros = new float[0];
  private int[] ids;
  private int count;
  private int columns;
  private int parts;
  private Buffer table;
  private Buffer values;

  /**
   * A kernel for one thread at a time.
   *
   * @param workers the threads
   * @param writing writes rows
   */
  public BlockGather(Workers workers, BlockWriting writing) {
    this.workers = workers;
    this.writing = writing;
    this.rows = new float[workers.threads()][0];
  }

  @Override
  public void rows(int count, int rows, int columns, Buffer table, Buffer ids, Buffer y) {
    run(copy, y, count, rows, columns, table, ids, y);
  }

  @Override
  public void addRows(int count, int rows, int columns, Buffer ids, Buffer dy, Buffer dtable) {
    run(add, dtable, count, rows, columns, dtable, ids, dy);
  }

  @Override
  public void clearRows(int count, int rows, int columns, Buffer ids, Buffer dtable) {
    if (zeros.length < columns) {
      zeros = new float[columns];
    }
    run(clear, dtable, count, rows, columns, dtable, ids, dtable);
  }

  private void run(
      Workers.Task task,
      Buffer written,
      int count,
      int rows,
      int columns,
      Buffer table,
      Buffer ids,
      Buffer values) {
    this.ids = numbers.read(count, rows, ids);
    this.count = count;
    this.columns = columns;
    this.table = table;
    this.values = values;
    this.parts = (long) count * columns < PARALLEL ? 1 : workers.threads();
    try {
      workers.run(parts, task);
    } finally {
      writing.done(written);
    }
  }

  /** Room for two rows. */
  private float[] room(int part) {
    if (rows[part].length < 2 * columns) {
      rows[part] = new float[2 * columns];
    }
    return rows[part];
  }

  private void copy(int part) {
    float[] row = room(part);
    int end = Parts.begin(count, part + 1, parts);
    for (int i = Parts.begin(count, part, parts); i < end; i++) {
      table.get(ids[i] * columns, row, 0, columns);
      writing.write(values, i * columns, row, 0, columns);
    }
  }

  private void add(int part) {
    int from = Parts.begin(columns, part, parts, LINE);
    int n = Parts.begin(columns, part + 1, parts, LINE) - from;
    float[] room = room(part);
    for (int i = 0; i < count && n > 0; i++) {
      int at = ids[i] * columns + from;
      table.get(at, room, 0, n);
      values.get(i * columns + from, room, n, n);
      add(n, room);
      writing.write(table, at, room, 0, n);
    }
  }

  /** Adds the second n floats to the first. */
  private static void add(int n, float[] room) {
    for (int j = 0; j < n; j++) {
      room[j] += room[n + j];
    }
  }

  private void clear(int part) {
    int end = Parts.begin(count, part + 1, parts);
    for (int i = Parts.begin(count, part, parts); i < end; i++) {
      writing.write(table, ids[i] * columns, zeros, 0, columns);
    }
  }
}
