package org.synapt.backend.onednn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what runs the primitives that a test has prepared. */
final class Implementations extends Handler {
  /** Kept, for the log forgets loggers, and their levels with them. */
  private static final Logger LOGGER = Logger.getLogger("org.synapt.backend.onednn");

  private final List<Implementation> heard = Collections.synchronizedList(new ArrayList<>());

  private Implementations() {}

  /** What runs the primitives that are prepared meanwhile, by whichever thread. */
  static List<Implementation> during(Runnable work) {
    Implementations ear = new Implementations();
    Level before = LOGGER.getLevel();
    LOGGER.setLevel(Level.FINE);
    LOGGER.addHandler(ear);
    try {
      work.run();
    } finally {
      LOGGER.removeHandler(ear);
      LOGGER.setLevel(before);
    }
    return ear.heard;
  }

  @Override
  public void publish(LogRecord entry) {
    if (entry.getParameters() != null
        && entry.getParameters()[0] instanceof Implementation implementation) {
      heard.add(implementation);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
