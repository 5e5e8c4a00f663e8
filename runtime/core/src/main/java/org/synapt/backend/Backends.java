package org.synapt.backend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Finds backends and chooses one.
 *
 * <p>A choice in code wins over the system properties {@code synapt.backend} and {@code
 * synapt.threads}, those over the environment variables {@code SYNAPT_BACKEND} and {@code
 * SYNAPT_THREADS}. Where nobody chose, the available backend of the highest rank is taken; the log
 * says why each one above it was not.
 */
public final class Backends {
  private Backends() {}

  /**
   * Opens the backend that the settings name, or else the best one.
   *
   * @return the backend
   * @throws IllegalArgumentException if a setting names no backend, or its threads are no good
   * @throws IllegalStateException if the backend that the settings name is unavailable
   */
  public static Backend best() {
    return choice().best();
  }

  /**
   * Opens a backend by name, with the threads that the settings say.
   *
   * @param name such as {@code java}
   * @return the backend
   * @throws IllegalArgumentException if there is no such backend, or its threads are no good
   * @throws IllegalStateException if it is unavailable
   */
  public static Backend named(String name) {
    return open(name, Collections.emptyMap());
  }

  /**
   * Opens a backend by name, with options that win over the settings.
   *
   * @param name such as {@code java}
   * @param options what its provider documents, such as {@code threads}
   * @return the backend
   * @throws IllegalArgumentException if there is no such backend or option, or a value is no good
   * @throws IllegalStateException if it is unavailable
   */
  public static Backend open(String name, Map<String, String> options) {
    return choice().open(name, options);
  }

  private static BackendChoice choice() {
    List<BackendProvider> providers = new ArrayList<>();
    for (BackendProvider provider :
        ServiceLoader.load(BackendProvider.class, BackendProvider.class.getClassLoader())) {
      providers.add(provider);
    }
    return new BackendChoice(providers, Backends::setting);
  }

  /** A setting from the system properties, or else the environment; blank ones count as absent. */
  private static Optional<String> setting(String name) {
    Optional<String> property = text(System.getProperty("synapt." + name));
    return property.isPresent()
        ? property
        : text(System.getenv("SYNAPT_" + name.toUpperCase(Locale.ROOT)));
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).map(String::trim).filter(trimmed -> !trimmed.isEmpty());
  }
}
