package org.synapt.backend.onednn;

import java.lang.ref.Cleaner;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a backend holds outside the heap, each thing given back once: when it is closed, when its
 * owner is no longer referred to, or when the backend is closed, whichever comes first.
 */
final class Ledger implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  /** So much memory may come without the heap's being looked through for what nobody uses. */
  private static final long LEAST = 1L << 30;

  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

  /** Bytes that were entered and not given back. */
  private final AtomicLong held = new AtomicLong();

  /** Bytes that were entered since the heap was last looked through. */
  private final AtomicLong recent = new AtomicLong();

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

  /**
   * Takes memory down. The heap does not feel it: who makes and drops many networks would be out of
   * memory before a collection came by itself.
   *
   * @param owner who uses it; {@code release} must not refer to it
   * @param bytes how much memory
   * @param release gives it back
   */
  void enter(Object owner, long bytes, Runnable release) {
    long all = held.addAndGet(bytes);
    if (recent.addAndGet(bytes) > Math.max(LEAST, all / 2)) {
      recent.set(0);
      System.gc();
    }
    enter(
        owner,
        () -> {
          held.addAndGet(-bytes);
          release.run();
        });
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
