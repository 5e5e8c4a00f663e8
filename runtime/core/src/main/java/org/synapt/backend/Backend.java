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
   * New memory, all 0, for what an optimizer remembers of each parameter: only {@link
   * org.synapt.kernel.Update} works on it, so it may lie where that works best.
   *
   * @param floats how many floats
   * @return the memory; it lives as long as this backend or until nothing refers to it
   * @throws OutOfMemoryError if there is not that much
   */
  default Buffer allocateMoments(int floats) {
    return allocate(floats);
  }

  /**
   * The backend that runs a network of this size best: this one, unless it hands on what is too
   * small for its device.
   *
   * @param flops the floating-point operations of a prediction, for one example
   * @return this, or a backend that is closed with this
   */
  default Backend suited(long flops) {
    return this;
  }

  /**
   * A kernel of one's own: it may remember shapes, and serves one thread at a time.
   *
   * @param type the op's interface
   * @param <K> the op's interface
   * @return the kernel; empty if this backend has none
   */
  <K extends Kernel> Optional<K> kernel(Class<K> type);

  /**
   * Frees what is not freed by itself. Not while a network of this backend works: its memory may go
   * with it.
   */
  @Override
  void close();
}
