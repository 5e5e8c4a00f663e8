package org.synapt.data;

import java.util.Optional;

/** One step on the way of examples from where they lie to whoever trains on them. */
interface Stage {

  /** Begins a pass over the data; what is random follows from its number. */
  Chunks open(long pass);

  /** The chunks of one pass, in order. */
  interface Chunks extends AutoCloseable {

    /** The next chunk, nothing at the end; not called again behind the end. */
    Optional<Examples> read();

    @Override
    void close();
  }
}
