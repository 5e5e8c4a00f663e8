package org.synapt.backend.onednn;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.synapt.backend.Backend;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;

/**
 * Java for small networks, oneDNN for the others: its natives load when the first of those comes.
 */
final class EitherBackend implements Backend {
  /**
   * Below this many operations an example, what oneDNN asks for each call is more than it saves.
   */
  private static final long SMALL = 20_000;

  private final Workers workers;
  private final Precision precision;
  private final JavaBackend java;
  private @Nullable OneDnnBackend onednn;
  private boolean closed;

  EitherBackend(int threads, Precision precision) {
    this.workers = new Workers(threads);
    this.precision = precision;
    this.java = new JavaBackend(workers);
  }

  @Override
  public String device() {
    return onednn().device();
  }

  @Override
  public Buffer allocate(int floats) {
    return onednn().allocate(floats);
  }

  @Override
  public Buffer allocateMoments(int floats) {
    return onednn().allocateMoments(floats);
  }

  @Override
  public Backend suited(long flops) {
    if (flops > 0 && flops < SMALL) {
      return java;
    }
    Optional<String> failure = Natives.failure();
    if (failure.isPresent()) {
      Remarks.LOGGER.warning(() -> "The backend java takes over from onednn: " + failure.get());
      return java;
    }
    return onednn();
  }

  @Override
  public <K extends Kernel> Optional<K> kernel(Class<K> type) {
    return onednn().kernel(type);
  }

  @Override
  public synchronized void close() {
    closed = true;
    java.close();
    if (onednn != null) {
      onednn.close();
    }
  }

  private synchronized OneDnnBackend onednn() {
    if (onednn == null) {
      if (closed) {
        throw new IllegalStateException("the backend onednn is closed");
      }
      Natives.require();
      onednn = new OneDnnBackend(workers, precision);
    }
    return onednn;
  }
}
