package org.synapt.backend;

import java.util.Optional;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;

/** Memory and kernels on some device. */
public interface Backend extends AutoCloseable {
  /**
   * What it is and runs on, for people: {@code java, 2 threads}.
   *
   * @return the device, in words
   */
  String device();

  /**
   * New memory, all 0.
   *
   * @param floats how many floats
   * @return the memory; it lives as long as this backend or until nothing refers to it
   * @throws OutOfMemoryError if there is not that much
   */
  Buffer allocate(int floats);

  /**
   * A kernel of one's own: it may remember shapes, and serves one thread at a time.
   *
   * @param type the op's interface
   * @param <K> the op's interface
   * @return the kernel; empty if this backend has none
   */
  <K extends Kernel> Optional<K> kernel(Class<K> type);

  /** Frees what is not freed by itself. */
  @Override
  void close();
}
