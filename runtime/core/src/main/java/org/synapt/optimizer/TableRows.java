package org.synapt.optimizer;

import java.util.Arrays;
import java.util.Optional;

/**
 * A table among the parameters, of which a step reads and moves a few rows.
 *
 * <p>An optimizer moves the rows that have gradients, and every other row when somebody looks at
 * it, with the result that it would have by now; so whoever reads rows says first {@linkplain
 * #look(int, int[]) which}. Once the whole table is {@linkplain #share in the hands of others},
 * every row is moved in every step.
 */
public final class TableRows {
  private final int at;
  private final int rows;
  private final int columns;
  private final boolean[] isMarked;
  private final int[] markedRows;
  private final int[] looked;
  private final int[] lastLook;
  private int looks;
  private int marked;
  private boolean shared;
  private boolean insists;
  private Optional<WaitingRows> waiting = Optional.empty();

  /**
   * A table no row of which has a gradient.
   *
   * @param at where it begins among the parameters
   * @param rows how many rows
   * @param columns the floats of each
   */
  public TableRows(int at, int rows, int columns) {
    this.at = at;
    this.rows = rows;
    this.columns = columns;
    this.isMarked = new boolean[rows];
    this.markedRows = new int[rows];
    this.looked = new int[rows];
    this.lastLook = new int[rows];
  }

  int at() {
    return at;
  }

  int end() {
    return at + rows * columns;
  }

  /**
   * How many rows there are.
   *
   * @return the number of rows
   */
  public int rows() {
    return rows;
  }

  /**
   * How long a row is.
   *
   * @return its floats
   */
  public int columns() {
    return columns;
  }

  /**
   * Whether any row may wait for its update.
   *
   * @return false if all are up to date
   */
  public boolean waits() {
    return waiting.isPresent();
  }

  /**
   * Brings rows up to date.
   *
   * @param count how many numbers
   * @param ids the rows' numbers, from index 0; some may be the same
   */
  public void look(int count, int[] ids) {
    if (!waiting.isPresent()) {
      return;
    }
    if (++looks == 0) {
      Arrays.fill(lastLook, 0);
      looks = 1;
    }
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      int row = ids[i];
      if (lastLook[row] != looks) {
        lastLook[row] = looks;
        looked[distinct++] = row;
      }
    }
    long start = System.nanoTime();
    waiting.get().settle(distinct, looked);
    waiting.get().pace().spent(System.nanoTime() - start);
  }

  /** Brings every row up to date. */
  public void look() {
    if (waiting.isPresent()) {
      waiting.get().settle();
    }
  }

  /** Brings every row up to date, and lets none wait from now on. */
  public void share() {
    release();
    shared = true;
  }

  /**
   * Whether no row waits any more, because others read or write the table without a word.
   *
   * @return whether it is shared
   */
  public boolean shared() {
    return shared;
  }

  /**
   * Says that rows have gradients; all others' are 0.
   *
   * @param count how many numbers
   * @param ids the rows' numbers, from index 0; some may be the same
   */
  public void mark(int count, int[] ids) {
    for (int i = 0; i < count; i++) {
      int row = ids[i];
      if (!isMarked[row]) {
        isMarked[row] = true;
        markedRows[marked++] = row;
      }
    }
  }

  /** Says that every gradient is 0. */
  public void unmark() {
    for (int i = 0; i < marked; i++) {
      isMarked[markedRows[i]] = false;
    }
    marked = 0;
  }

  /**
   * How many rows have gradients.
   *
   * @return the number of rows
   */
  public int marked() {
    return marked;
  }

  /**
   * Which rows have gradients: the first {@link #marked} of these.
   *
   * @return their numbers, each once; not to be written
   */
  public int[] markedRows() {
    return markedRows;
  }

  /** From now on, rows wait whether that is faster or not. */
  void insist() {
    insists = true;
  }

  boolean insists() {
    return insists;
  }

  /** Lets rows wait for one optimizer, those of another first brought up to date, if they may. */
  boolean claim(WaitingRows by) {
    if (!shared && !isClaimed(by)) {
      release();
      by.restart();
      waiting = Optional.of(by);
    }
    return !shared;
  }

  boolean isClaimed(WaitingRows by) {
    return waiting.isPresent() && waiting.get() == by;
  }

  /** Brings every row up to date; none waits until the next claim. */
  void release() {
    look();
    waiting = Optional.empty();
  }
}
