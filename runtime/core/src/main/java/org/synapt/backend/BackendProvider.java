package org.synapt.backend;

import java.util.Map;
import java.util.Optional;

/**
 * How a backend is found: providers are services, looked up with {@link java.util.ServiceLoader}.
 */
public interface BackendProvider {
  /**
   * The name by which settings choose it, such as {@code java}.
   *
   * @return the name, in lower case
   */
  String name();

  /**
   * Its place among the others where none is chosen; the largest that is available wins.
   *
   * @return the rank; the pure-Java backend has 0
   */
  int rank();

  /**
   * Why this backend cannot be used here, in a sentence. Asked whenever a backend is chosen: what
   * takes long is better put off until the backend has work to do.
   *
   * @return the reason; empty if it can be used
   */
  Optional<String> unavailable();

  /**
   * Opens the backend.
   *
   * @param options settings by name: {@code threads} and {@code precision}, if anybody set them,
   *     and what this provider documents; {@link BackendOptions} reads them
   * @return the backend
   * @throws IllegalArgumentException if an option is unknown or its value is no good
   * @throws IllegalStateException if it is unavailable
   */
  Backend open(Map<String, String> options);
}
