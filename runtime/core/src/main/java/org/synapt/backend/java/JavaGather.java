package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Gather;
import org.synapt.kernel.RowNumbers;

/**
 * Copies rows, some to each thread; adds to columns, some to each thread, so that a row that is
 * named twice gets its shares in their order.
 */
final class JavaGather implements Gather {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 15;

  /** So many floats are a cache line. */
  private static final int LINE = 16;

  private final Workers workers;
  private final RowNumbers numbers = new RowNumbers();
  private final Workers.Task copy = this::copy;
  private final Workers.Task add = this::add;

  private int[] ids;
  private int count;
  private int columns;
  private int parts;
  private Buffer table;
  private Buffer values;

  JavaGather(Workers workers) {
    this.workers = workers;
  }

  @Override
  public void rows(int count, int rows, int columns, Buffer table, Buffer ids, Buffer y) {
    prepare(count, rows, columns, table, ids, y);
    workers.run(parts, copy);
  }

  @Override
  public void addRows(int count, int rows, int columns, Buffer ids, Buffer dy, Buffer dtable) {
    prepare(count, rows, columns, dtable, ids, dy);
    workers.run(parts, add);
  }

  @Override
  public void clearRows(int count, int rows, int columns, Buffer ids, Buffer dtable) {
    int[] found = numbers.read(count, rows, ids);
    float[] array = ArrayBuffer.array(dtable);
    for (int i = 0; i < count; i++) {
      int at = ArrayBuffer.at(dtable) + found[i] * columns;
      Arrays.fill(array, at, at + columns, 0f);
    }
  }

  private void prepare(int count, int rows, int columns, Buffer table, Buffer ids, Buffer values) {
    this.ids = numbers.read(count, rows, ids);
    this.count = count;
    this.columns = columns;
    this.table = table;
    this.values = values;
    this.parts = (long) count * columns < PARALLEL ? 1 : workers.threads();
  }

  private void copy(int part) {
    float[] from = ArrayBuffer.array(table);
    float[] to = ArrayBuffer.array(values);
    int end = Parts.begin(count, part + 1, parts);
    for (int i = Parts.begin(count, part, parts); i < end; i++) {
      int row = ArrayBuffer.at(table) + ids[i] * columns;
      System.arraycopy(from, row, to, ArrayBuffer.at(values) + i * columns, columns);
    }
  }

  private void add(int part) {
    int from = Parts.begin(columns, part, parts, LINE);
    int n = Parts.begin(columns, part + 1, parts, LINE) - from;
    for (int i = 0; i < count && n > 0; i++) {
      add(
          n,
          ArrayBuffer.array(values),
          ArrayBuffer.at(values) + i * columns + from,
          ArrayBuffer.array(table),
          ArrayBuffer.at(table) + ids[i] * columns + from);
    }
  }

  private static void add(int n, float[] x, int xAt, float[] sum, int sumAt) {
    for (int j = 0; j < n; j++) {
      sum[sumAt + j] += x[xAt + j];
    }
  }
}
