package org.synapt.backend.nd4j;

import java.util.Optional;
import java.util.logging.Logger;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J with its natives, which is loaded once in a process.
 *
 * <p>That takes one to two seconds, and five where nobody has unpacked the natives before, which a
 * program with small networks need not spend. So whether it can be had is told by {@link
 * Availability} before.
 */
final class Natives {
  private static final Logger LOGGER = Logger.getLogger(Natives.class.getPackageName());

  private static boolean loaded;
  private static boolean judged;

  /** Until something speaks against it. */
  private static Verdict verdict = Verdict.of(Optional.empty());

  private Natives() {}

  /** Why it cannot be used, in a sentence; empty if nothing speaks against it. */
  static synchronized Optional<String> unavailable() {
    if (!judged) {
      verdict = judge();
      judged = true;
    }
    return verdict.obstacle();
  }

  private static Verdict judge() {
    try {
      return Availability.ofThisProcess().verdict();
    } catch (RuntimeException | LinkageError e) {
      return Verdict.against("it cannot be told what there is of ND4J: " + e);
    }
  }

  /** Loads it, if nobody has yet; why it did not load, in a sentence. */
  static synchronized Optional<String> failure() {
    if (unavailable().isEmpty() && !loaded) {
      loaded = true;
      Optional<String> remark = verdict.remark();
      if (remark.isPresent()) {
        LOGGER.info("ND4J passes a backend over: " + remark.get());
      }
      verdict = Verdict.of(load().or(() -> surprise(remark)));
    }
    return verdict.obstacle();
  }

  /** ND4J itself asks CUDA, which may find what NVIDIA's driver was not asked for. */
  private static Optional<String> surprise(Optional<String> remark) {
    return remark.isPresent() && !Floats.inThisMemory()
        ? remark.map(reason -> "it has taken its CUDA backend all the same; " + reason)
        : Optional.empty();
  }

  private static Optional<String> load() {
    try {
      Nd4j.getExecutioner();
      return Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.of("its natives do not load: " + innermost(e).getMessage());
    }
  }

  /** The innermost cause says what went wrong; those around it, where that was noticed. */
  private static Throwable innermost(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost;
  }
}
