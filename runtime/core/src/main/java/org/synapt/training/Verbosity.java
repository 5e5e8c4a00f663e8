package org.synapt.training;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** How much is shown of training: Keras's {@code verbose}. */
enum Verbosity {
  /** Nothing. */
  QUIET,
  /** A bar for each epoch. */
  BAR,
  /** A line for each epoch. */
  LINES,
  /** A bar if there is a reporter, else nothing. */
  UNSAID;

  static Verbosity of(int verbose) {
    if (verbose < 0 || verbose > 2) {
      throw new IllegalArgumentException(
          "verbose is 0 (nothing), 1 (a bar) or 2 (a line for each epoch), not " + verbose);
    }
    return values()[verbose];
  }

  List<Callback> callbacks() {
    if (this == QUIET) {
      return Collections.emptyList();
    }
    Optional<ProgressReporter> reporter = reporter();
    if (reporter.isPresent()) {
      return Collections.singletonList(
          this == LINES ? reporter.get().lines() : reporter.get().bar());
    }
    if (this == UNSAID) {
      return Collections.emptyList();
    }
    throw new IllegalStateException(
        "verbose("
            + ordinal()
            + ") has nothing to print with: put synapt-progress on the class"
            + " path, or use callbacks(EpochLines.to(System.out))");
  }

  private static Optional<ProgressReporter> reporter() {
    Iterator<ProgressReporter> found = ServiceLoader.load(ProgressReporter.class).iterator();
    return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
  }
}
