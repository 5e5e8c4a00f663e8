package org.synapt.backend.onednn;

import java.util.Map;
import java.util.Optional;
import org.synapt.backend.Backend;
import org.synapt.backend.BackendOptions;
import org.synapt.backend.BackendProvider;
import org.synapt.backend.java.EitherBackend;
import org.synapt.backend.java.Workers;

/**
 * Provides the backend {@code onednn}, where its natives load.
 *
 * <p>Options: {@code threads}, a whole number from 1 up, by default one for each processor this
 * process may use; {@code precision}, {@code float32} or {@code bf16}.
 */
public final class OneDnnProvider implements BackendProvider {
  /** Below so many operations an example, what oneDNN asks for each call is more than it saves. */
  private static final long SMALL = 20_000;

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
    return Natives.unavailable();
  }

  @Override
  public Backend open(Map<String, String> options) {
    BackendOptions checked = BackendOptions.of(name(), options);
    Precision precision =
        Precision.of(checked.precision(Precision.FLOAT32.key(), Precision.BF16.key()));
    int threads = checked.threads();
    Natives.refuse(unavailable());
    return new EitherBackend(name(), SMALL, new Workers(threads), new OneDnn(precision));
  }

  private record OneDnn(Precision precision) implements EitherBackend.Device {
    @Override
    public Optional<String> failure() {
      return Natives.failure();
    }

    @Override
    public Backend open(Workers workers) {
      return new OneDnnBackend(workers, precision);
    }
  }
}
