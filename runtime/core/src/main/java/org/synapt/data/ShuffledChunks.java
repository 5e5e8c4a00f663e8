package org.synapt.data;

import java.util.Optional;

/**
 * Chunks whose examples go through a buffer, from which each leaves at random when another comes.
 *
 * <p>The order does not depend on how the examples are cut into chunks.
 */
final class ShuffledChunks implements Stage.Chunks {
  private static final int CHUNK = 1_024;

  private final Stage.Chunks source;
  private final int size;
  private final SplitMix random;
  private final SameColumns columns = new SameColumns("what is shuffled");
  private Optional<RowBuffer> buffer = Optional.empty();
  private boolean draining;

  ShuffledChunks(Stage.Chunks source, int size, SplitMix random) {
    this.source = source;
    this.size = size;
    this.random = random;
  }

  @Override
  public Optional<Examples> read() {
    while (!draining) {
      Optional<Examples> chunk = source.read();
      draining = !chunk.isPresent();
      if (chunk.isPresent()) {
        Examples examples = columns.require(chunk.get());
        int taken = fill(examples);
        if (taken < examples.count()) {
          return Optional.of(exchange(buffer.get(), examples, taken));
        }
      }
    }
    return buffer.filter(rows -> rows.count() > 0).map(this::drain);
  }

  /** Puts examples into what room is left; returns how many. */
  private int fill(Examples examples) {
    RowBuffer rows = buffer.orElseGet(() -> new RowBuffer(examples, 0));
    buffer = Optional.of(rows);
    int taken = Math.min(size - rows.count(), examples.count());
    rows.append(examples, 0, taken, size);
    return taken;
  }

  /** Lets one leave for each that comes. */
  private Examples exchange(RowBuffer rows, Examples examples, int from) {
    RowBuffer leaving = new RowBuffer(examples, examples.count() - from);
    for (int i = from; i < examples.count(); i++) {
      int row = random.below(rows.count());
      rows.give(row, leaving);
      rows.set(row, examples, i);
    }
    return leaving.examples();
  }

  private Examples drain(RowBuffer rows) {
    int count = Math.min(CHUNK, rows.count());
    RowBuffer leaving = new RowBuffer(rows.examples(), count);
    for (int i = 0; i < count; i++) {
      int row = random.below(rows.count());
      rows.give(row, leaving);
      rows.dropInto(row);
    }
    return leaving.examples();
  }

  @Override
  public void close() {
    source.close();
  }
}
