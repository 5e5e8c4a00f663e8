package org.synapt.data;

import java.util.Optional;

/** Examples in memory, some at a time, as views. */
final class SlicedChunks implements Stage.Chunks {
  private static final int CHUNK = 1_024;

  private final Examples examples;
  private int done;

  SlicedChunks(Examples examples) {
    this.examples = examples;
  }

  @Override
  public Optional<Examples> read() {
    if (done == examples.count()) {
      return Optional.empty();
    }
    int from = done;
    done = Math.min(examples.count() - CHUNK, from) + CHUNK;
    return Optional.of(examples.slice(from, done));
  }

  @Override
  public void close() {}
}
