package org.synapt.network;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Gather;
import org.synapt.kernel.RowNumbers;
import org.synapt.optimizer.TableRows;

/**
 * A weight of which a batch uses a few rows: {@code words.embeddings [20000, 128]}.
 *
 * <p>While it trains, a step touches these rows alone, as far as the optimizer allows it: rows
 * whose gradient is 0 are moved when they are read, to where they would be by now. So {@link
 * #value}, {@link #gradient}, {@link Network#values} and {@link Network#gradients}, which hand
 * memory out for good, make training slower from then on: every step moves every row. {@link #get},
 * {@link #set} and {@link #current} do not.
 */
public final class Table extends Parameter {
  private static final float[] ZEROS = new float[1 << 13];

  private final Inventory network;
  private final TableRows rows;
  private final RowNumbers numbers = new RowNumbers();
  private Gather[] gather = {};
  private Buffer[] cleared = {};
  private float[] names = {};

  Table(Inventory network, String name, int rows, int columns, int at, Buffer value) {
    super(network, name, new int[] {rows, columns}, true, at, value);
    this.network = network;
    this.rows = new TableRows(at, rows, columns);
  }

  TableRows tableRows() {
    return rows;
  }

  /**
   * The table, with some rows as they are to be read now.
   *
   * @param count how many numbers of rows
   * @param ids the numbers
   * @return the memory of the whole table
   * @throws IllegalArgumentException if a number is not that of a row
   */
  public Buffer rows(int count, Buffer ids) {
    if (rows.waits()) {
      rows.look(count, read(count, ids));
    }
    return memory();
  }

  /**
   * The gradient, 0 in every row, for shares of some rows.
   *
   * @param count how many numbers of rows
   * @param ids the rows that shares will be added to
   * @return the memory of the whole gradient
   * @throws IllegalArgumentException if a number is not that of a row
   */
  public Buffer newGradient(int count, Buffer ids) {
    if (rows.shared()) {
      clearAll();
    } else if (rows.marked() > 0) {
      clearMarked();
    }
    rows.unmark();
    return gradient(count, ids);
  }

  /**
   * The gradient, for further shares of some rows.
   *
   * @param count how many numbers of rows
   * @param ids the rows that shares will be added to
   * @return the memory of the whole gradient
   * @throws IllegalArgumentException if a number is not that of a row
   */
  public Buffer gradient(int count, Buffer ids) {
    rows.mark(count, read(count, ids));
    return gradientMemory();
  }

  private int[] read(int count, Buffer ids) {
    return numbers.read(count, rows.rows(), ids);
  }

  private void clearMarked() {
    int count = rows.marked();
    if (cleared.length == 0 || cleared[0].length() < count) {
      int room = (int) Math.min(rows.rows(), 2L * count);
      gather = new Gather[] {network.kernel(Gather.class)};
      cleared = new Buffer[] {network.backend().allocate(room)};
      names = new float[room];
    }
    for (int i = 0; i < count; i++) {
      names[i] = rows.markedRows()[i];
    }
    cleared[0].put(0, names, 0, count);
    gather[0].clearRows(count, rows.rows(), rows.columns(), cleared[0], gradientMemory());
  }

  private void clearAll() {
    for (int done = 0; done < size(); done += ZEROS.length) {
      gradientMemory().put(done, ZEROS, 0, Math.min(ZEROS.length, size() - done));
    }
  }

  @Override
  void share() {
    rows.share();
  }

  @Override
  void bringUpToDate() {
    rows.look();
  }
}
