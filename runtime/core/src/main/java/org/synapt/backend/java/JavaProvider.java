package org.synapt.backend.java;

import java.util.Map;
import java.util.Optional;
import org.synapt.backend.Backend;
import org.synapt.backend.BackendOptions;
import org.synapt.backend.BackendProvider;

/**
 * Provides the backend {@code java}, which is always available.
 *
 * <p>Options: {@code threads}, a whole number from 1 up, by default one for each processor this
 * process may use; {@code precision}, which is {@code float32} here.
 */
public final class JavaProvider implements BackendProvider {
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
    BackendOptions checked = BackendOptions.of(name(), options);
    checked.precision("float32");
    return new JavaBackend(new Workers(checked.threads()));
  }
}
