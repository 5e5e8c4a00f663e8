package org.synapt.backend.onednn;

import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencl.global.OpenCL;

/**
 * oneDNN's libraries, which are loaded once in a process.
 *
 * <p>That takes 0.15 seconds and 40 MB, which a program with small networks need not spend. So
 * whether they can be had is told by {@link Libc} and {@link NativeJars}, wherever somebody has
 * unpacked them before; where nobody has, they are unpacked and loaded to see.
 */
final class Natives {
  private static boolean loaded;
  private static boolean judged;

  /** Why they cannot be used; empty until something speaks against it. */
  private static Optional<String> obstacle = Optional.empty();

  private Natives() {}

  /** Why they cannot be used, in a sentence; empty if nothing speaks against it. */
  static synchronized Optional<String> unavailable() {
    if (!judged) {
      NativeJars jars = NativeJars.ofThisProcess();
      obstacle = Libc.ofThisProcess().obstacle().or(jars::obstacle);
      judged = true;
      if (!jars.unpacked()) {
        return failure();
      }
    }
    return obstacle;
  }

  /** Loads them, if nobody has yet; why they did not load, in a sentence. */
  static synchronized Optional<String> failure() {
    if (unavailable().isEmpty() && !loaded) {
      loaded = true;
      obstacle = load();
    }
    return obstacle;
  }

  /**
   * Loads them, if nobody has yet.
   *
   * @throws IllegalStateException if they do not load
   */
  static void require() {
    refuse(failure());
  }

  /**
   * Refuses to go on without them.
   *
   * @param reason why they are missing, if they are
   * @throws IllegalStateException if they are
   */
  static void refuse(Optional<String> reason) {
    if (reason.isPresent()) {
      throw new IllegalStateException("The backend onednn is unavailable: " + reason.get());
    }
  }

  private static Optional<String> load() {
    try {
      Loader.load(org.bytedeco.dnnl.global.dnnl.class);
      Loader.load(OpenCL.class);
      return Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.of(sentence(e));
    }
  }

  /** The innermost cause says what went wrong; those around it, where that was noticed. */
  private static String sentence(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = String.valueOf(innermost.getMessage());
    if (message.contains("Could not create the cache")) {
      return "its natives cannot be unpacked, because no folder can be written that JavaCPP tries;"
          + " name one that can with the system property "
          + NativeJars.CACHE_PROPERTY;
    }
    return "its natives do not load: " + message;
  }
}
