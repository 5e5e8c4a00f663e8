package org.synapt.backend;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.synapt.text.Nearest;

/** The options with which a backend is opened, read and checked in one way by all providers. */
public final class BackendOptions {
  /** How many threads: a whole number from 1 up; by default one for each processor. */
  public static final String THREADS = SettingKey.THREADS.key();

  /** How numbers are multiplied, such as {@code float32}. */
  public static final String PRECISION = SettingKey.PRECISION.key();

  /** More than any machine has cores; a slip of the hand must not ask for a million stacks. */
  private static final int MOST_THREADS = 1_024;

  private final String backend;
  private final Map<String, String> options;

  private BackendOptions(String backend, Map<String, String> options) {
    this.backend = backend;
    this.options = options;
  }

  /**
   * The options of a backend that has {@code threads} and {@code precision}.
   *
   * @param backend its name, for messages
   * @param options the options by name
   * @return the options, none of them unknown
   * @throws IllegalArgumentException if one has another name
   */
  public static BackendOptions of(String backend, Map<String, String> options) {
    List<String> known = Collections.unmodifiableList(Arrays.asList(THREADS, PRECISION));
    for (String option : options.keySet()) {
      if (!known.contains(option)) {
        throw new IllegalArgumentException(
            "The backend "
                + backend
                + " has no option '"
                + option
                + "'"
                + Nearest.suggestion(option, known)
                + "; its options are "
                + String.join(", ", known));
      }
    }
    return new BackendOptions(backend, options);
  }

  /**
   * How many threads to use; as many as this process may have processors, if nobody said.
   *
   * @return the number of threads, at least 1
   * @throws IllegalArgumentException if the option is no whole number from 1 to 1024
   */
  public int threads() {
    String text = options.get(THREADS);
    if (text == null) {
      return Runtime.getRuntime().availableProcessors();
    }
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

  /**
   * The precision; the first there is, if nobody said.
   *
   * @param offered what the backend can do
   * @return one of them
   * @throws IllegalArgumentException if the option is none of them
   */
  public String precision(String... offered) {
    String text = options.getOrDefault(PRECISION, offered[0]);
    List<String> known = Arrays.asList(offered);
    if (known.contains(text.trim())) {
      return text.trim();
    }
    throw new IllegalArgumentException(
        "precision must be "
            + String.join(" or ", offered)
            + " on the backend "
            + backend
            + ", not '"
            + text
            + "'"
            + Nearest.suggestion(text, known));
  }
}
