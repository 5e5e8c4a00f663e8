package org.synapt.backend.java;

import java.util.Optional;
import java.util.logging.Logger;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;

/**
 * Java for small networks, the backend of a device for the others: that one opens when the first of
 * those comes, or when it is asked for memory or for its name. Where it then turns out that it
 * cannot be had, the log says why, and Java works for all.
 */
public final class EitherBackend implements Backend {
  /** The backend of a device, which takes long to open. */
  public interface Device {
    /**
     * Why it cannot be opened, in a sentence; what takes long is done now, and once.
     *
     * @return the reason; empty if it can be opened
     */
    Optional<String> failure();

    /**
     * Opens it, where nothing speaks against it.
     *
     * @param workers its threads, which it may close
     * @return the backend
     */
    Backend open(Workers workers);
  }

  private final String name;
  private final long small;
  private final Workers workers;
  private final Device device;
  private final JavaBackend java;
  private Backend opened;
  private boolean closed;

  /**
   * Either Java or a device.
   *
   * @param name the name of the device's backend
   * @param small below so many floating-point operations an example, what the device asks for each
   *     call is more than it saves
   * @param workers the threads of both, closed with this
   * @param device opens its backend
   */
  public EitherBackend(String name, long small, Workers workers, Device device) {
    this.name = name;
    this.small = small;
    this.workers = workers;
    this.device = device;
    this.java = new JavaBackend(workers);
  }

  @Override
  public String device() {
    return opened().device();
  }

  @Override
  public Buffer allocate(int floats) {
    return opened().allocate(floats);
  }

  @Override
  public Buffer allocateMoments(int floats) {
    return opened().allocateMoments(floats);
  }

  @Override
  public Backend suited(long flops) {
    return flops > 0 && flops < small ? java : opened();
  }

  @Override
  public <K extends Kernel> Optional<K> kernel(Class<K> type) {
    return opened().kernel(type);
  }

  @Override
  public synchronized void close() {
    closed = true;
    java.close();
    if (opened != null) {
      opened.close();
    }
  }

  private synchronized Backend opened() {
    if (opened == null) {
      if (closed) {
        throw new IllegalStateException("the backend " + name + " is closed");
      }
      opened = open();
    }
    return opened;
  }

  private Backend open() {
    Optional<String> failure = device.failure();
    if (failure.isPresent()) {
      // Named as the package of the device's backend is.
      Logger.getLogger("org.synapt.backend." + name)
          .warning(() -> "The backend java takes over from " + name + ": " + failure.get());
      return java;
    }
    return device.open(workers);
  }
}
