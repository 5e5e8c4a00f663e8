package org.synapt.backend.nd4j;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.synapt.backend.Backend;
import org.synapt.backend.BackendOptions;
import org.synapt.backend.BackendProvider;
import org.synapt.backend.java.EitherBackend;
import org.synapt.backend.java.Workers;

/**
 * Provides the backend {@code nd4j}, where the class path holds a backend of ND4J that can run.
 *
 * <p>Options: {@code threads}, a whole number from 1 up, which is then ND4J's and its BLAS's in the
 * whole process; by default these have as many as the environment variable {@code OMP_NUM_THREADS}
 * says, or else one for each core, and what is Java's as many as that variable says, or else one
 * for each processor this process may use. {@code precision}, which is {@code float32} here.
 *
 * <p>ND4J is loaded when the first network comes that is not small. It then tells SLF4J what it
 * found, and JavaCPP warns on standard error where jars were built with another version of it: the
 * property {@code org.nd4j.log.initialization=false} has ND4J say less, {@code
 * org.bytedeco.javacpp.logger=slf4j} has JavaCPP tell SLF4J too.
 */
public final class Nd4jProvider implements BackendProvider {
  /**
   * Below so many operations an example, what ND4J asks for each op is more than it saves: on one
   * thread a step of training breaks even with Java's at 40,000 for one example, at 10,000 for ten,
   * at 1,500 for 32.
   */
  private static final long SMALL = 20_000;

  /** For {@link java.util.ServiceLoader}. */
  public Nd4jProvider() {}

  @Override
  public String name() {
    return "nd4j";
  }

  @Override
  public int rank() {
    return 50;
  }

  @Override
  public Optional<String> unavailable() {
    return Natives.unavailable();
  }

  @Override
  public Backend open(Map<String, String> options) {
    BackendOptions checked = BackendOptions.of(name(), options);
    checked.precision("float32");
    int threads = checked.threads();
    boolean said = options.containsKey(BackendOptions.THREADS);
    Optional<String> reason = unavailable();
    if (reason.isPresent()) {
      throw new IllegalStateException("The backend nd4j is unavailable: " + reason.get());
    }
    return new EitherBackend(
        name(),
        SMALL,
        new Workers(said ? threads : openMpThreads(System.getenv("OMP_NUM_THREADS"), threads)),
        new Nd4jDevice(said ? OptionalInt.of(threads) : OptionalInt.empty()));
  }

  /** As many as OpenMP was told, if that is a number. */
  static int openMpThreads(@Nullable String said, int otherwise) {
    try {
      int threads = said == null ? otherwise : Integer.parseInt(said.trim());
      return threads < 1 ? otherwise : threads;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
