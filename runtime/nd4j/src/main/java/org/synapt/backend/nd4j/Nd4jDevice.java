package org.synapt.backend.nd4j;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.blas.Blas;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;
import org.synapt.backend.Backend;
import org.synapt.backend.java.EitherBackend;
import org.synapt.backend.java.Workers;

/**
 * What ND4J computes on.
 *
 * @param threads how many ND4J and its BLAS are to use, if anybody said
 */
record Nd4jDevice(OptionalInt threads) implements EitherBackend.Device {
  private static final Logger LOGGER = Logger.getLogger(Nd4jDevice.class.getPackageName());

  @Override
  public Optional<String> failure() {
    return Natives.failure();
  }

  @Override
  public Backend open(Workers workers) {
    if (threads.isPresent() && Nd4j.getEnvironment().isCPU()) {
      setThreads(threads.getAsInt());
    }
    Nd4jBackend backend = new Nd4jBackend(workers, Floats.inThisMemory());
    LOGGER.fine(() -> Nd4j.getBackend().getClass().getName() + ": " + backend.device());
    return backend;
  }

  /**
   * There is one team of native threads in a process, so this is everybody's. ND4J's own ops never
   * have more than it started with.
   */
  private static void setThreads(int threads) {
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
    Nd4j.factory().blas().setMaxThreads(threads);
    int most = Nd4j.getEnvironment().maxThreads();
    if (threads > most) {
      LOGGER.info(
          () ->
              String.format(
                  Locale.ROOT,
                  "threads=%d is more than the %d that ND4J has started with, which its ops keep to;"
                      + " OMP_NUM_THREADS=%1$d in the environment gives it as many",
                  threads,
                  most));
    }
  }

  /** Such as {@code nd4j 1.0.0-M2.1, CPU, OpenBLAS, 2 threads}. */
  static String description() {
    String version =
        ClassPath.ofThisProcess().version("org.nd4j", "nd4j-api").map(v -> " " + v).orElse("");
    String blas = blas(Nd4j.factory().blas().getBlasVendor());
    return Nd4j.getEnvironment().isCPU()
        ? "nd4j"
            + version
            + ", CPU, "
            + blas
            + ", "
            + threads(Nd4j.factory().blas().getMaxThreads())
        : "nd4j" + version + ", CUDA, " + blas + gpus(Nd4j.getExecutioner());
  }

  private static String threads(int count) {
    return count + (count == 1 ? " thread" : " threads");
  }

  private static String gpus(OpExecutioner executioner) {
    return gpus(executioner.getEnvironmentInformation().get("cuda.devicesInformation"));
  }

  /** The names of GPUs in what ND4J says of them. */
  static String gpus(@Nullable Object information) {
    StringBuilder text = new StringBuilder();
    if (information instanceof List<?> devices) {
      for (Object device : devices) {
        if (device instanceof Map<?, ?> properties) {
          text.append(", ").append(properties.get("cuda.deviceName"));
        }
      }
    }
    return text.toString();
  }

  private static String blas(Blas.Vendor vendor) {
    return switch (vendor) {
      case OPENBLAS -> "OpenBLAS";
      case CUBLAS -> "cuBLAS";
      case MKL -> "MKL";
      default -> "BLAS " + vendor.name().toLowerCase(Locale.ROOT);
    };
  }
}
