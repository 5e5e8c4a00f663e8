package org.synapt.backend.onednn;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.synapt.backend.Backend;
import org.synapt.backend.BackendProvider;

/**
 * Provides the backend {@code onednn}, where its natives load.
 *
 * <p>Options: {@code threads}, a whole number from 1 up, by default one for each processor this
 * process may use; {@code precision}, {@code float32} or {@code bf16}.
 */
public final class OneDnnProvider implements BackendProvider {
  /** For {@link java.util.ServiceLoader}. */
  public OneDnnProvider() {}

  @Override
  public String name() {
    return "onednn";
  }

  @Override
  public int rank() {
    return 100;
  }

  @Override
  public Optional<String> unavailable() {
    try {
      Loader.load(org.bytedeco.dnnl.global.dnnl.class);
      return Optional.empty();
    } catch (LinkageError e) {
      return Optional.of("oneDNN's natives do not load: " + e.getMessage());
    }
  }

  @Override
  public Backend open(Map<String, String> options) {
    int threads =
        Integer.parseInt(
            options.getOrDefault(
                "threads", Integer.toString(Runtime.getRuntime().availableProcessors())));
    Precision precision =
        "bf16".equals(options.get("precision")) ? Precision.BF16 : Precision.FLOAT32;
    return new OneDnnBackend(threads, precision);
  }
}
