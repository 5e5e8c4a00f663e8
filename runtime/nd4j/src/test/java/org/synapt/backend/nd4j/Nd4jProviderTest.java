package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.synapt.backend.Backend;
import org.synapt.backend.BackendProvider;
import org.synapt.backend.Backends;

/** How the backend is found and opened. */
final class Nd4jProviderTest {
  private static final long LARGE = 1_000_000_000;

  private static String refusal(Map<String, String> options) {
    return assertThrows(
            IllegalArgumentException.class, () -> Backends.open("nd4j", options).close())
        .getMessage();
  }

  @Test
  void comesAfterOneDnnAndBeforeJava() {
    List<BackendProvider> providers = new ArrayList<>();
    ServiceLoader.load(BackendProvider.class).forEach(providers::add);
    providers.sort(Comparator.comparingInt(BackendProvider::rank).reversed());
    assertThat(providers.stream().map(BackendProvider::name).toList())
        .containsExactly("onednn", "nd4j", "java")
        .inOrder();
    try (Backend best = Backends.best()) {
      assertThat(best.device()).startsWith("onednn, ");
    }
  }

  @Test
  void leavesSmallNetworksToJava() {
    try (Backend backend = Backends.open("nd4j", Map.of("threads", "2"))) {
      assertThat(backend.suited(500).device()).isEqualTo("java, 2 threads");
      assertThat(backend.suited(LARGE).device()).startsWith("nd4j 1.0.0-M2.1, ");
      assertThat(backend.suited(0).device()).startsWith("nd4j ");
    }
  }

  /** They are the process's: the last word holds, and silence changes nothing. */
  @Test
  void setsTheThreadsOfNd4jWhereSomebodySaidHowMany() {
    for (String threads : List.of("2", "1")) {
      try (Backend backend = Backends.open("nd4j", Map.of("threads", threads))) {
        assertThat(backend.device())
            .isEqualTo(
                "nd4j 1.0.0-M2.1, CPU, OpenBLAS, "
                    + (threads.equals("1") ? "1 thread" : "2 threads"));
        int count = Integer.parseInt(threads);
        assertThat(Nd4j.getEnvironment().maxMasterThreads())
            .isEqualTo(Math.min(count, Nd4j.getEnvironment().maxThreads()));
        assertThat(Nd4j.factory().blas().getMaxThreads()).isEqualTo(count);
      }
    }
    try (Backend backend = new Nd4jProvider().open(Map.of())) {
      assertThat(backend.device()).endsWith("OpenBLAS, 1 thread");
    }
  }

  @Test
  void saysThatItsOpsKeepToTheThreadsTheyStartedWith() {
    List<String> messages = new ArrayList<>();
    Logger logger = Logger.getLogger("org.synapt.backend.nd4j");
    logger.setFilter(record -> !messages.add(record.getMessage()));
    int most = Nd4j.getEnvironment().maxThreads();
    try (Backend backend = Backends.open("nd4j", Map.of("threads", "" + (most + 1)))) {
      assertThat(backend.device()).endsWith(", " + (most + 1) + " threads");
      assertThat(messages)
          .containsExactly(
              String.format(
                  Locale.ROOT,
                  "threads=%d is more than the %d that ND4J has started with, which its ops keep to;"
                      + " OMP_NUM_THREADS=%1$d in the environment gives it as many",
                  most + 1,
                  most));
    } finally {
      logger.setFilter(null);
      Backends.open("nd4j", Map.of("threads", "1")).suited(LARGE).close();
    }
  }

  @Test
  void takesOpenMpsNumberOfThreadsIfItIsOne() {
    assertThat(Nd4jProvider.openMpThreads(null, 5)).isEqualTo(5);
    assertThat(Nd4jProvider.openMpThreads(" 3 ", 5)).isEqualTo(3);
    assertThat(Nd4jProvider.openMpThreads("0", 5)).isEqualTo(5);
    assertThat(Nd4jProvider.openMpThreads("2,4", 5)).isEqualTo(5);
    assertThat(Nd4jProvider.openMpThreads("", 5)).isEqualTo(5);
  }

  @Test
  void namesTheGpusThatNd4jFound() {
    Object information =
        List.of(
            Map.of("cuda.deviceName", "NVIDIA A40", "cuda.deviceMajor", 8),
            Map.of("cuda.deviceName", "Tesla V100"));
    assertThat(Nd4jDevice.gpus(information)).isEqualTo(", NVIDIA A40, Tesla V100");
    assertThat(Nd4jDevice.gpus(null)).isEqualTo("");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(refusal(Map.of("treads", "2")))
        .isEqualTo(
            "The backend nd4j has no option 'treads' (did you mean threads?); its options are"
                + " threads, precision");
    assertThat(refusal(Map.of("threads", "0")))
        .isEqualTo("threads must be a whole number from 1 to 1024, not '0'");
    assertThat(refusal(Map.of("precision", "bf16")))
        .isEqualTo("precision must be float32 on the backend nd4j, not 'bf16'");
  }
}
