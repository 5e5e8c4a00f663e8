package org.synapt.data;

import java.util.Optional;

/** Some examples of a pass: those from one to before another. */
final class PartOfChunks implements Stage.Chunks {
  private final Stage.Chunks source;
  private long toSkip;
  private long toTake;

  PartOfChunks(Stage.Chunks source, long toSkip, long toTake) {
    this.source = source;
    this.toSkip = toSkip;
    this.toTake = toTake;
  }

  @Override
  public Optional<Examples> read() {
    while (toTake > 0) {
      Optional<Examples> chunk = source.read();
      if (!chunk.isPresent()) {
        return chunk;
      }
      int count = chunk.get().count();
      int from = (int) Math.min(count, toSkip);
      int to = from + (int) Math.min(count - from, toTake);
      toSkip -= from;
      toTake -= to - from;
      if (to > from) {
        return Optional.of(chunk.get().slice(from, to));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    source.close();
  }
}
