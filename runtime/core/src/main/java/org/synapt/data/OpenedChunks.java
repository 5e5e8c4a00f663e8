package org.synapt.data;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The chunks of a user's reader; whatever it throws is told with the number of the chunk. */
final class OpenedChunks implements Stage.Chunks {
  private final ExampleReader reader;
  private final SameColumns columns = new SameColumns("the data set");
  private long chunks;
  private long examples;

  private OpenedChunks(ExampleReader reader) {
    this.reader = reader;
  }

  static OpenedChunks open(ExampleReader.Opener opener) {
    try {
      return new OpenedChunks(opener.open());
    } catch (IOException | RuntimeException e) {
      throw new DatasetException("the data set cannot be opened: " + Words.of(e), e);
    }
  }

  @Override
  public Optional<Examples> read() {
    chunks++;
    try {
      Optional<Examples> chunk = reader.read().map(columns::requireNames);
      if (chunk.isPresent()) {
        examples += chunk.get().count();
      }
      return chunk;
    } catch (DatasetException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "chunk %,d of the data set, behind %,d examples, cannot be read: %s",
              chunks,
              examples,
              Words.of(e)),
          e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException | RuntimeException e) {
      throw new DatasetException("the data set cannot be closed: " + Words.of(e), e);
    }
  }

  /** What an exception says, or what it is where it says nothing. */
  static final class Words {
    private Words() {}

    static String of(Throwable e) {
      String message = e.getMessage();
      return message == null || message.isEmpty() ? e.getClass().getSimpleName() : message;
    }
  }
}
