package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;

/** How the backend is found and opened. */
final class OneDnnProviderTest {

  private static String device(Map<String, String> options) {
    try (Backend backend = Backends.open("onednn", options)) {
      return backend.device();
    }
  }

  private static String refusal(Map<String, String> options) {
    return assertThrows(
            IllegalArgumentException.class, () -> Backends.open("onednn", options).close())
        .getMessage();
  }

  private static String isa() {
    return Isa.effective().key().map(isa -> ", " + isa).orElse("");
  }

  @Test
  void isTheBestWhereItsNativesLoad() {
    try (Backend backend = Backends.best()) {
      assertThat(backend.device()).startsWith("onednn, float32, ");
    }
  }

  @Test
  void saysWhatItRunsOn() {
    assertThat(device(Map.of("threads", "2"))).isEqualTo("onednn, float32, 2 threads" + isa());
    assertThat(device(Map.of("threads", "1", "precision", "bf16")))
        .isEqualTo("onednn, bf16, 1 thread" + isa());
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(refusal(Map.of("treads", "2")))
        .isEqualTo(
            "The backend onednn has no option 'treads' (did you mean threads?); its options are"
                + " threads, precision");
    assertThat(refusal(Map.of("threads", "0")))
        .isEqualTo("threads must be a whole number from 1 to 1024, not '0'");
    assertThat(refusal(Map.of("precision", "bf8")))
        .isEqualTo(
            "precision must be float32 or bf16 on the backend onednn, not 'bf8' (did you mean"
                + " bf16?)");
  }

  @Test
  void leavesSmallNetworksToJava() {
    try (Backend backend = Backends.open("onednn", Map.of("threads", "2"))) {
      assertThat(backend.suited(500).device()).isEqualTo("java, 2 threads");
      assertThat(backend.suited(1_000_000).device()).startsWith("onednn, ");
      assertThat(backend.suited(0).device()).startsWith("onednn, ");
    }
  }

  @Test
  void staysClosed() {
    Backend backend = Backends.named("onednn");
    backend.close();
    backend.close();
    assertThat(assertThrows(IllegalStateException.class, () -> backend.allocate(1)))
        .hasMessageThat()
        .contains("closed");
  }
}
