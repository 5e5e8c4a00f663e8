package org.synapt.data;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Chunks that a thread of their own reads ahead, until a queue is full. */
final class PrefetchedChunks implements Stage.Chunks {
  /** How long a source may take to notice that nobody waits for it any more. */
  private static final long PATIENCE_MILLIS = 10_000;

  private final Stage stage;
  private final long pass;
  private final BlockingQueue<Item> queue;
  private final Thread thread = new Thread(this::produce, "synapt-prefetch");
  private volatile boolean closed;

  /** What the reading thread hands over: a chunk, the end, or what went wrong. */
  private record Item(Optional<Examples> chunk, Optional<Throwable> failure) {}

  private PrefetchedChunks(Stage stage, long pass, int ahead) {
    this.stage = stage;
    this.pass = pass;
    this.queue = new LinkedBlockingQueue<>(ahead);
  }

  static PrefetchedChunks start(Stage stage, long pass, int ahead) {
    PrefetchedChunks chunks = new PrefetchedChunks(stage, pass, ahead);
    chunks.thread.setDaemon(true);
    chunks.thread.start();
    return chunks;
  }

  private void produce() {
    try {
      Item last;
      try {
        last = new Item(readAll(), Optional.empty());
      } catch (RuntimeException | Error e) {
        last = new Item(Optional.empty(), Optional.of(e));
      }
      put(last);
    } catch (InterruptedException e) {
      // Nobody waits any more: closed.
      Thread.currentThread().interrupt();
    }
  }

  /** Reads to the end; what it read from is closed then, in this thread. */
  private Optional<Examples> readAll() throws InterruptedException {
    try (Stage.Chunks chunks = stage.open(pass)) {
      Optional<Examples> chunk = chunks.read();
      while (chunk.isPresent() && !closed) {
        put(new Item(chunk, Optional.empty()));
        chunk = chunks.read();
      }
    }
    return Optional.empty();
  }

  /** A source may have swallowed the interruption; that it is closed it cannot swallow. */
  private void put(Item item) throws InterruptedException {
    if (!closed) {
      queue.put(item);
    }
  }

  @Override
  public Optional<Examples> read() {
    Item item;
    try {
      item = queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatasetException("interrupted while waiting for the next chunk", e);
    }
    if (item.failure().isPresent()) {
      rethrow(item.failure().get());
    }
    return item.chunk();
  }

  /** The exception of the other thread is the cause, so that both traces are seen. */
  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    Throwable cause = failure.getCause();
    if (failure instanceof DatasetException && cause != null) {
      throw new DatasetException(OpenedChunks.Words.of(failure), cause);
    }
    throw new DatasetException(OpenedChunks.Words.of(failure), failure);
  }

  /** Ends the thread: it is interrupted, and waited for unless it does not heed that. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    queue.clear();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
