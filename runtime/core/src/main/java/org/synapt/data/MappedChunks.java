package org.synapt.data;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Chunks that a user's function has changed. */
final class MappedChunks implements Stage.Chunks {
  private final Stage.Chunks source;
  private final Function<? super Examples, Examples> change;
  private final boolean keepsCount;
  private final SameColumns columns = new SameColumns("what map makes");
  private long chunks;
  private long examples;

  MappedChunks(
      Stage.Chunks source, Function<? super Examples, Examples> change, boolean keepsCount) {
    this.source = source;
    this.change = change;
    this.keepsCount = keepsCount;
  }

  @Override
  public Optional<Examples> read() {
    Optional<Examples> chunk = source.read();
    if (!chunk.isPresent()) {
      return chunk;
    }
    chunks++;
    Examples changed = apply(chunk.get());
    if (keepsCount && changed.count() != chunk.get().count()) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "map made %,d examples of the %,d of chunk %,d; use flatMap where their number"
                  + " changes",
              changed.count(),
              chunk.get().count(),
              chunks));
    }
    examples += chunk.get().count();
    return Optional.of(columns.requireNames(changed));
  }

  private Examples apply(Examples chunk) {
    try {
      Examples changed = change.apply(chunk);
      if (changed == null) {
        throw new IllegalArgumentException("it gave null where examples are due");
      }
      return changed;
    } catch (RuntimeException e) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "the function that maps chunk %,d, behind %,d examples, failed: %s",
              chunks,
              examples,
              OpenedChunks.Words.of(e)),
          e);
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
