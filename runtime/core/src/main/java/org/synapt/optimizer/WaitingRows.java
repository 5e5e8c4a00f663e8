package org.synapt.optimizer;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.UpdateRows;

/**
 * The rows of a table as one optimizer moves them: at once where there is a gradient, and where
 * there is none when somebody looks, through the very updates that were left out.
 *
 * <p>A row whose moments have become 0 rests, if the rule leaves such a row alone.
 */
final class WaitingRows {
  /** In so many steps every row gets its turn, so that none waits beyond the history. */
  private static final int ROUND = UpdateHistory.LENGTH / 2;

  private final TableRows table;
  private final UpdateRows kernel;
  private final UpdateHistory history;
  private final Buffer parameters;
  private final Buffer gradients;
  private final Buffer[] moments;

  /** For each row the first update that it waits for. */
  private final int[] next;

  private final boolean[] resting;
  private final int[] list;
  private final int[] oldestFirst;

  /** How many rows wait for so many updates; then where the first of them goes. */
  private final int[] places = new int[UpdateHistory.LENGTH + 2];

  private final CatchUp catchUp = new CatchUp();

  /** The rule that moves rows now. */
  private final Optimizer.Rule[] moving = new Optimizer.Rule[1];

  private final Move move = new Move();
  private final Pace pace = new Pace();
  private int turn;

  WaitingRows(
      TableRows table,
      UpdateRows kernel,
      UpdateHistory history,
      Buffer parameters,
      Buffer gradients,
      Buffer[] moments) {
    this.table = table;
    this.kernel = kernel;
    this.history = history;
    this.parameters = parameters;
    this.gradients = gradients;
    this.moments = moments;
    this.next = new int[table.rows()];
    this.resting = new boolean[table.rows()];
    this.list = new int[table.rows()];
    this.oldestFirst = new int[table.rows()];
  }

  TableRows table() {
    return table;
  }

  /** What the time says about letting rows wait. */
  Pace pace() {
    return pace;
  }

  /** Brings every row up to date. */
  void settle() {
    settle(0, table.rows());
  }

  private void settle(int from, int to) {
    int count = 0;
    for (int row = from; row < to; row++) {
      if (waits(row)) {
        list[count++] = row;
      }
    }
    catchUp(count);
  }

  /** Brings some rows, each named once, up to date. */
  void settle(int count, int[] rows) {
    int waiting = 0;
    for (int i = 0; i < count; i++) {
      if (waits(rows[i])) {
        list[waiting++] = rows[i];
      }
    }
    catchUp(waiting);
  }

  /** Brings the first rows of the list up to date: sorted, so that neighbours have as far to go. */
  private void catchUp(int count) {
    int now = history.count();
    Arrays.fill(places, 0);
    for (int i = 0; i < count; i++) {
      places[now - next[list[i]]]++;
    }
    int begin = 0;
    for (int age = places.length - 1; age >= 0; age--) {
      int rows = places[age];
      places[age] = begin;
      begin += rows;
    }
    for (int i = 0; i < count; i++) {
      oldestFirst[places[now - next[list[i]]]++] = list[i];
    }
    run(count, oldestFirst, catchUp);
  }

  private boolean waits(int row) {
    return !resting[row] && next[row] != history.count();
  }

  /**
   * Takes the table over from whoever moved it before; returns false if every row is to be moved,
   * and none waits any more.
   */
  boolean claim() {
    if (!pace.waits() && !table.insists()) {
      table.release();
      return false;
    }
    return table.claim(this);
  }

  /** Moves the rows that have gradients; the history is told later. */
  void move(Optimizer.Rule rule) {
    settle(table.marked(), table.markedRows());
    moving[0] = rule;
    run(table.marked(), table.markedRows(), move);
  }

  /** Behind an update, of which the history has been told: gives some rows their turn. */
  void tidy() {
    if (!table.isClaimed(this)) {
      return;
    }
    if (!history.leavesZeros()) {
      wake(history.count() - 1);
    }
    int rows = table.rows();
    int share = (rows + ROUND - 1) / ROUND;
    int end = Math.min(turn + share, rows);
    settle(turn, end);
    turn = end == rows ? 0 : end;
  }

  private void wake(int update) {
    for (int row = 0; row < resting.length; row++) {
      if (resting[row]) {
        resting[row] = false;
        next[row] = update;
      }
    }
  }

  /** Says that all rows are up to date, and that others may have written them. */
  void restart() {
    Arrays.fill(next, history.count());
    Arrays.fill(resting, false);
  }

  private void run(int count, int[] rows, UpdateRows.Rule rule) {
    if (count > 0) {
      kernel.apply(table.at(), table.columns(), count, rows, rule, parameters, gradients, moments);
    }
  }

  /** The updates that rows wait for. */
  private final class CatchUp implements UpdateRows.Rule {
    @Override
    public void apply(int first, int count, int columns, float[] p, float[] g, float[][] state) {
      int now = history.count();
      int oldest = next[oldestFirst[first]];
      int joined = 0;
      for (int update = oldest; update != now; update++) {
        while (joined < count && next[oldestFirst[first + joined]] - update <= 0) {
          joined++;
        }
        history.rule(update).applyWithoutGradients(joined * columns, p, g, state);
      }
      boolean restful = history.leavesZeros();
      for (int i = 0; i < count; i++) {
        int row = oldestFirst[first + i];
        next[row] = now;
        resting[row] = restful && areZeros(i * columns, (i + 1) * columns, state);
      }
    }

    /** Minus 0 would be another number behind the next update. */
    private boolean areZeros(int from, int to, float[][] state) {
      for (float[] moment : state) {
        for (int i = from; i < to; i++) {
          if (Float.floatToRawIntBits(moment[i]) != 0) {
            return false;
          }
        }
      }
      return true;
    }

    @Override
    public boolean readsGradients() {
      return false;
    }
  }

  /** The update of which the history has not been told. */
  private final class Move implements UpdateRows.Rule {
    @Override
    public void apply(int first, int count, int columns, float[] p, float[] g, float[][] state) {
      moving[0].apply(table.at(), 0, count * columns, p, g, state);
      for (int i = 0; i < count; i++) {
        int row = table.markedRows()[first + i];
        next[row] = history.count() + 1;
        resting[row] = false;
      }
    }

    @Override
    public boolean readsGradients() {
      return true;
    }
  }
}
