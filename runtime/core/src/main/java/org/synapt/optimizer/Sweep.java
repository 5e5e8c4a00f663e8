package org.synapt.optimizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Update;
import org.synapt.kernel.UpdateRows;

/**
 * Takes rules over the parameters: over every float, or, where an update allows it, over the rows
 * of tables that have gradients and every float that is in no table.
 */
final class Sweep {
  private final Update update;
  private final Buffer parameters;
  private final Buffer gradients;
  private final Buffer[] moments;
  private final List<TableRows> tables;
  private final List<WaitingRows> waiting = new ArrayList<>();
  private Optional<UpdateHistory> history = Optional.empty();

  /**
   * A sweep for which no row waits.
   *
   * @param tables those among the parameters; they lie apart
   */
  Sweep(
      Update update,
      Buffer parameters,
      Buffer gradients,
      Buffer[] moments,
      List<TableRows> tables) {
    this.update = update;
    this.parameters = parameters;
    this.gradients = gradients;
    this.moments = moments;
    this.tables = new ArrayList<>(tables);
    this.tables.sort(Comparator.comparingInt(TableRows::at));
  }

  /** From now on, rows of tables wait, unless the backend cannot move single rows. */
  void letWait(Backend backend, UpdateHistory updates) {
    Optional<UpdateRows> kernel = backend.kernel(UpdateRows.class);
    if (kernel.isPresent()) {
      history = Optional.of(updates);
      for (TableRows table : tables) {
        waiting.add(new WaitingRows(table, kernel.get(), updates, parameters, gradients, moments));
      }
    }
  }

  /** Takes a rule over every float. */
  void all(Update.Rule rule) {
    settle();
    update.apply(0, gradients.length(), rule, parameters, gradients, moments);
  }

  /** Brings every row up to date, whoever let it wait; none waits until the next update. */
  void settle() {
    for (int i = 0; i < tables.size(); i++) {
      tables.get(i).release();
    }
  }

  /**
   * Makes an update.
   *
   * @param rule as it was begun
   * @param updates how many updates have been made
   * @param learningRate the rate with which it was begun
   * @param reachesAll whether the rule moves what has no gradient in another way than without one
   */
  void move(Optimizer.Rule rule, long updates, double learningRate, boolean reachesAll) {
    if (!history.isPresent() || reachesAll) {
      all(rule);
      return;
    }
    try {
      moveAround(rule);
    } finally {
      // Rows that moved say so: whatever failed, the history must know of this update.
      history.get().add(updates, learningRate);
    }
    for (int i = 0; i < waiting.size(); i++) {
      WaitingRows table = waiting.get(i);
      long start = System.nanoTime();
      table.tidy();
      table.pace().spent(System.nanoTime() - start);
      table.pace().step();
    }
  }

  /** Moves the tables, and what lies between them. */
  private void moveAround(Optimizer.Rule rule) {
    int from = 0;
    for (int i = 0; i < waiting.size(); i++) {
      WaitingRows table = waiting.get(i);
      range(from, table.table().at(), rule);
      move(table, rule);
      from = table.table().end();
    }
    range(from, gradients.length(), rule);
  }

  private void move(WaitingRows table, Optimizer.Rule rule) {
    boolean waits = table.claim();
    long start = System.nanoTime();
    if (waits) {
      table.move(rule);
    } else {
      range(table.table().at(), table.table().end(), rule);
    }
    table.pace().spent(System.nanoTime() - start);
  }

  private void range(int from, int to, Update.Rule rule) {
    if (from < to) {
      update.apply(from, to, rule, parameters, gradients, moments);
    }
  }
}
