package org.synapt.data;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

/** Reads what an iterator gives; closes it where it can be closed. */
final class IteratorReader implements ExampleReader {
  private final Iterator<? extends Examples> iterator;

  IteratorReader(Iterator<? extends Examples> iterator) {
    if (iterator == null) {
      throw new IllegalArgumentException("the supplier gave null where an iterator is due");
    }
    this.iterator = iterator;
  }

  @Override
  public Optional<Examples> read() {
    if (!iterator.hasNext()) {
      return Optional.empty();
    }
    Examples chunk = iterator.next();
    if (chunk == null) {
      throw new IllegalArgumentException("the iterator gave null where examples are due");
    }
    return Optional.of(chunk);
  }

  @Override
  public void close() throws IOException {
    if (iterator instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
