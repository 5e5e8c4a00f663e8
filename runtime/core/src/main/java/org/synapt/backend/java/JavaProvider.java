package org.synapt.backend.java;

import java.util.Map;
import java.util.Optional;
import org.synapt.backend.Backend;
import org.synapt.backend.BackendProvider;

/**
 * Provides the backend {@code java}, which is always available.
 *
 * <p>Its only option is {@code threads}, a whole number from 1 up; the default is one for each
 * processor this process may use.
 */
public final class JavaProvider implements BackendProvider {
  private static final String THREADS = "threads";

  /** More than any machine has cores; a slip of the hand must not ask for a million stacks. */
  private static final int MOST_THREADS = 1_024;

  /** For {@link java.util.ServiceLoader}. */
  public JavaProvider() {}

  @Override
  public String name() {
    return "java";
  }

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public Optional<String> unavailable() {
    return Optional.empty();
  }

  @Override
  public Backend open(Map<String, String> options) {
    for (String option : options.keySet()) {
      if (!option.equals(THREADS)) {
        throw new IllegalArgumentException(
            "The backend java has no option '" + option + "'; its only option is threads");
      }
    }
    String threads = options.get(THREADS);
    return new JavaBackend(
        new Workers(
            threads == null ? Runtime.getRuntime().availableProcessors() : parseThreads(threads)));
  }

  private static int parseThreads(String text) {
    try {
      int threads = Integer.parseInt(text.trim());
      if (threads >= 1 && threads <= MOST_THREADS) {
        return threads;
      }
    } catch (NumberFormatException e) {
      // Said below, as for numbers out of range.
    }
    throw new IllegalArgumentException(
        "threads must be a whole number from 1 to " + MOST_THREADS + ", not '" + text + "'");
  }
}
