package org.synapt.backend.onednn;

import java.lang.ref.Cleaner;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a backend holds outside the heap, each thing given back once: when it is closed, when its
 * owner is no longer referred to, or when the backend is closed, whichever comes first.
 */
final class Ledger implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Takes something down.
   *
   * @param owner who uses it; {@code release} must not refer to it
   * @param release gives it back
   * @return gives it back at once
   */
  Runnable enter(Object owner, Runnable release) {
    requireOpen();
    Entry entry = new Entry(release);
    entries.add(entry);
    return CLEANER.register(owner, entry)::clean;
  }

  /** Whether everything was given back. */
  boolean closed() {
    return closed;
  }

  /**
   * Keeps whoever comes too late from memory that is no longer theirs.
   *
   * @throws IllegalStateException if the backend is closed
   */
  void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "the backend onednn is closed, and so are its buffers and networks");
    }
  }

  @Override
  public void close() {
    closed = true;
    entries.forEach(Entry::run);
  }

  /** One thing; runs once, whoever runs it. */
  private final class Entry implements Runnable {
    private final Runnable release;

    Entry(Runnable release) {
      this.release = release;
    }

    @Override
    public void run() {
      if (entries.remove(this)) {
        release.run();
      }
    }
  }
}
