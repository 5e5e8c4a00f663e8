package org.synapt.backend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Finds backends and chooses one.
 *
 * <p>Settings choose a backend, its threads and its precision. A choice in code wins over the
 * system properties {@code synapt.backend}, {@code synapt.threads} and {@code synapt.precision},
 * those over the environment variables {@code SYNAPT_BACKEND}, {@code SYNAPT_THREADS} and {@code
 * SYNAPT_PRECISION}, and those over the file {@code .synapt/synapt.json} in the user's home:
 *
 * <pre>{@code
 * {"backend": "onednn", "threads": 4, "precision": "bf16"}
 * }</pre>
 *
 * <p>The file is yours to write. The system property {@code synapt.home}, or else the environment
 * variable {@code SYNAPT_HOME}, names another folder for it. Keras's {@code floatx}, {@code
 * epsilon} and {@code image_data_format} can be set too, to the one value that there is here:
 * {@code "float32"}, {@code 1e-07}, {@code "channels_last"}. The log warns of keys that nobody
 * knows.
 *
 * <p>Where nobody chose, the available backend of the highest rank is taken; the log says why each
 * one above it was not. Settings are read whenever a backend is opened.
 */
public final class Backends {
  private Backends() {}

  /**
   * Opens the backend that the settings name, or else the best one.
   *
   * @return the backend
   * @throws IllegalArgumentException if a setting names no backend, its threads or precision are no
   *     good, or it cannot be had; if the file of settings is damaged, with file, line and column
   * @throws IllegalStateException if the backend that the settings name is unavailable
   * @throws java.io.UncheckedIOException if the file of settings cannot be read
   */
  public static Backend best() {
    return choice().best();
  }

  /**
   * Opens a backend by name, with the threads and the precision that the settings say.
   *
   * @param name such as {@code java}
   * @return the backend
   * @throws IllegalArgumentException if there is no such backend, its threads or precision are no
   *     good, or the settings are not
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
   * @throws IllegalArgumentException if there is no such backend or option, a value is no good, or
   *     the settings are not
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
    return new BackendChoice(providers, Settings.ofThisProcess()::get);
  }
}
