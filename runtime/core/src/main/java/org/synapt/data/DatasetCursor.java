package org.synapt.data;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A place in a data set, from which batches are filled, epoch by epoch.
 *
 * <pre>{@code
 * try (DatasetCursor cursor = dataset.open(0)) {
 *   for (int epoch = 0; epoch < epochs; epoch++) {
 *     cursor.begin(epoch);
 *     for (int n = cursor.fill(size, inputs, targets, weights); n > 0; n = cursor.fill(...)) {
 *       // the first n examples of each array
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Filling allocates nothing here; what makes the chunks may. One thread at a time uses a cursor.
 */
public final class DatasetCursor implements AutoCloseable {
  private static final Examples NONE =
      Examples.of(
          Collections.singletonList(Column.of("", 1, new float[0])), Collections.emptyList());

  private final Stage stage;
  private final boolean continuing;
  private final SameColumns columns = new SameColumns("the data set");
  private Optional<Stage.Chunks> chunks = Optional.empty();
  private Examples chunk = NONE;
  private Examples like = NONE;
  private boolean anyWidths;
  private int at;
  private long read;
  private boolean fresh;
  private long epoch;
  private long nextPass;

  DatasetCursor(Stage stage, boolean continuing) {
    this.stage = stage;
    this.continuing = continuing;
  }

  /**
   * Begins an epoch. It begins at the first example, in the order that is the epoch's own; or goes
   * on, if the data set is {@link Dataset#continuing} and has examples left. Nothing is done if the
   * epoch has just been begun. A cursor that was closed can begin again.
   *
   * @param number which epoch
   * @throws DatasetException if the first examples cannot be had, or there are none
   */
  public void begin(long number) {
    if (goesOn(number)) {
      return;
    }
    close();
    epoch = number;
    nextPass = continuing ? Math.max(nextPass, number) : number;
    read = 0;
    fresh = true;
    chunks = Optional.of(stage.open(nextPass++));
    if (!advance()) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "the data set holds no examples in epoch %,d, counted from 0; whatever supplies"
                  + " them has to begin anew each time that it is asked",
              number));
    }
  }

  private boolean goesOn(long number) {
    if (!chunks.isPresent()) {
      return false;
    }
    return continuing ? at < chunk.count() || advance() : fresh && number == epoch;
  }

  /**
   * Lets the columns of some chunks be wider than those of others: sequences of as many steps in
   * each chunk, but not in all. What is filled at once ends where widths change.
   */
  public void anyWidths() {
    anyWidths = true;
  }

  /**
   * Whether examples are left in the epoch. What they look like {@link #columns} says from then on.
   *
   * @return whether {@link #fill} would find some
   * @throws DatasetException if some cannot be had, or hold NaN or infinity; the cursor is closed
   *     then
   */
  public boolean hasNext() {
    return at < chunk.count() || advance();
  }

  /**
   * The columns that examples have, in the order in which {@link #fill} wants arrays.
   *
   * @return their names and widths, without any examples; the same object as long as they are the
   *     same
   */
  public Examples columns() {
    return like;
  }

  /**
   * Copies the examples that come next, across the borders of chunks of the same columns.
   *
   * @param most how many at most
   * @param inputs written: an array for each input, from index 0
   * @param targets written: an array for each target
   * @param weights written: an array for each column of weights; none if nobody weighs
   * @return how many came; fewer than asked for at the end of the epoch, and then 0, and where
   *     widths change
   * @throws DatasetException if some cannot be had, or hold NaN or infinity; the cursor is closed
   *     then
   * @throws IndexOutOfBoundsException if an array is missing or too short
   */
  public int fill(int most, float[][] inputs, float[][] targets, float[][] weights) {
    int filled = 0;
    fresh = false;
    Examples first = like;
    while (filled < most && hasNext() && (filled == 0 || like == first)) {
      first = like;
      int to = at + Math.min(most - filled, chunk.count() - at);
      copy(chunk.inputs(), at, to, inputs, filled);
      copy(chunk.targets(), at, to, targets, filled);
      copy(chunk.weights(), at, to, weights, filled);
      filled += to - at;
      at = to;
    }
    return filled;
  }

  private static void copy(List<Column> columns, int from, int to, float[][] target, int row) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      column.copy(from, to, target[i], row * column.width());
    }
  }

  /** Goes to the next chunk that is not empty; lets go of everything at the end. */
  private boolean advance() {
    boolean found = false;
    try {
      while (chunks.isPresent() && !found) {
        found = take(chunks.get().read());
      }
    } catch (RuntimeException | Error e) {
      closeAfter(e);
      throw e;
    }
    return found;
  }

  private boolean take(Optional<Examples> next) {
    if (!next.isPresent()) {
      close();
      return false;
    }
    chunk = anyWidths ? columns.requireNames(next.get()) : columns.require(next.get());
    if (!SameColumns.same(like, chunk)) {
      like = chunk.slice(0, 0);
    }
    at = 0;
    for (Column column : chunk.allColumns()) {
      requireFinite(column);
    }
    read += chunk.count();
    return chunk.count() > 0;
  }

  private void requireFinite(Column column) {
    int wrong = column.firstNotFinite();
    if (wrong >= 0) {
      int row = wrong / column.width();
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "%s of example %,d of the pass, counted from 0, is %s at %d; leave the example out, or"
                  + " put a finite number there",
              column.name(),
              read + row,
              column.value(row, wrong % column.width()),
              wrong % column.width()));
    }
  }

  private void closeAfter(Throwable e) {
    try {
      close();
    } catch (RuntimeException | Error another) {
      e.addSuppressed(another);
    }
  }

  /** Lets go of what is open: files are closed, a thread that reads ahead has ended. */
  @Override
  public void close() {
    Optional<Stage.Chunks> open = chunks;
    chunks = Optional.empty();
    at = chunk.count();
    if (open.isPresent()) {
      open.get().close();
    }
  }
}
