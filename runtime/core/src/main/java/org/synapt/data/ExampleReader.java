package org.synapt.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads examples from somewhere, a chunk at a time: a file, a database, a generator.
 *
 * <p>One thread at a time uses a reader, though not always the same one.
 */
public interface ExampleReader extends Closeable {

  /**
   * Reads the chunk that comes next.
   *
   * @return some examples, as many as are handy, or nothing where there are no more; all chunks
   *     have the same columns
   * @throws IOException if they cannot be read; training ends with it as the cause
   */
  Optional<Examples> read() throws IOException;

  /** Opens a reader at the first example. */
  interface Opener {

    /**
     * Opens a reader.
     *
     * @return one that begins with the first example, whatever others have read
     * @throws IOException if it cannot be opened
     */
    ExampleReader open() throws IOException;
  }
}
