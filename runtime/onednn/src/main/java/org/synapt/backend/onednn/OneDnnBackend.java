package org.synapt.backend.onednn;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.synapt.backend.Backend;
import org.synapt.backend.java.JavaBackend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;

/** Native memory, and kernels of oneDNN and of Java that share one team of threads. */
final class OneDnnBackend implements Backend {
  /**
   * Below this many operations an example, what oneDNN asks for each call is more than it saves.
   */
  private static final long SMALL = 20_000;

  private final Engine engine;
  private final JavaBackend java;
  private final Map<Class<? extends Kernel>, Supplier<? extends Kernel>> kernels;

  OneDnnBackend(int threads, Precision precision) {
    engine = new Engine(threads, precision);
    java = new JavaBackend(engine.workers());
    kernels = kernels(engine, java);
  }

  /** The kernels there are, one line for each. */
  private static Map<Class<? extends Kernel>, Supplier<? extends Kernel>> kernels(
      Engine engine, JavaBackend java) {
    Map<Class<? extends Kernel>, Supplier<? extends Kernel>> table = new HashMap<>();
    return Collections.unmodifiableMap(table);
  }

  @Override
  public String device() {
    int threads = engine.parts();
    return "onednn, "
        + engine.precision().key()
        + ", "
        + threads
        + (threads == 1 ? " thread" : " threads");
  }

  @Override
  public Buffer allocate(int floats) {
    return new NativeBuffer(new NativeMemory(engine.ledger(), floats), 0, floats);
  }

  @Override
  public Backend suited(long flops) {
    return flops > 0 && flops < SMALL ? java : this;
  }

  @Override
  public <K extends Kernel> Optional<K> kernel(Class<K> type) {
    Supplier<? extends Kernel> supplier = kernels.get(type);
    return supplier == null ? Optional.empty() : Optional.of(type.cast(supplier.get()));
  }

  @Override
  public void close() {
    engine.close();
  }
}
