package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Made-up GPUs: what the driver says of them, which of them a process sees, which are served. */
final class GpusTest {
  private static final Gpu HOPPER = new Gpu("GPU-11", "NVIDIA H200", "9.0");
  private static final Gpu AMPERE = new Gpu("GPU-22", "NVIDIA GeForce RTX 3090", "8.6");
  private static final Gpu KEPLER = new Gpu("GPU-33", "Tesla K80", "3.7");
  private static final Gpus ALL = Gpus.of(List.of(HOPPER, AMPERE, KEPLER));

  @ParameterizedTest
  @CsvSource({
    "2.1, false",
    "3.5, false",
    "3.7, true",
    "5.0, true",
    "7.5, true",
    "8.0, true",
    "8.6, true",
    "8.7, false",
    "8.9, false",
    "9.0, false",
    "10.0, false",
    "12.0, false",
    "[N/A], false"
  })
  void servesWhatTheMachineCodeIsFor(String capability, boolean served) {
    assertThat(new Gpu("GPU-1", "a GPU", capability).isServed()).isEqualTo(served);
  }

  @Test
  void readsWhatTheDriverSays() {
    assertThat(
            NvidiaSmi.answered(
                0, "GPU-22, NVIDIA GeForce RTX 3090, 8.6\r\nGPU-33, Tesla K80, 3.7\r\n"))
        .isEqualTo(Gpus.of(List.of(AMPERE, KEPLER)));
  }

  @Test
  void quotesTheDriverWhereItHasNoAnswer() {
    assertThat(NvidiaSmi.answered(6, "No devices were found\n").obstacle())
        .hasValue("nvidia-smi says: No devices were found");
    assertThat(
            NvidiaSmi.answered(2, "Field \"compute_cap\" is not a valid field to query.\n\n")
                .obstacle())
        .hasValue("nvidia-smi says: Field \"compute_cap\" is not a valid field to query.");
    assertThat(NvidiaSmi.answered(0, "").obstacle()).hasValue("nvidia-smi says: nothing");
    assertThat(NvidiaSmi.answered(1, "GPU-22, NVIDIA A40, 8.6\n").all()).isEmpty();
  }

  @Test
  void seesWhatTheEnvironmentShows() {
    assertThat(ALL.visible(Map.of())).isEqualTo(ALL);
    assertThat(visible("GPU-22").all()).containsExactly(AMPERE);
    assertThat(visible("GPU-33, GPU-22").all()).containsExactly(AMPERE, KEPLER);
    assertThat(visible("-1").obstacle()).hasValue("CUDA_VISIBLE_DEVICES='-1' hides every GPU");
    assertThat(visible("").obstacle()).hasValue("CUDA_VISIBLE_DEVICES='' hides every GPU");
    assertThat(visible("GPU-99").obstacle())
        .hasValue("CUDA_VISIBLE_DEVICES='GPU-99' names none of those there are");
  }

  /** CUDA's own order is not the bus's, so a number alone says nothing. */
  @Test
  void believesNumbersOnlyInTheOrderOfTheBus() {
    assertThat(visible("1")).isEqualTo(ALL);
    Map<String, String> ordered =
        Map.of("CUDA_VISIBLE_DEVICES", "1,2", "CUDA_DEVICE_ORDER", "PCI_BUS_ID");
    assertThat(ALL.visible(ordered).all()).containsExactly(AMPERE, KEPLER);
  }

  @Test
  void namesWhatIsNotServedAndHowToHideIt() {
    assertThat(Gpus.of(List.of(HOPPER)).unserved())
        .hasValue(
            "the GPU NVIDIA H200 has compute capability 9.0, and ND4J 1.0.0-M2.1 has CUDA kernels"
                + " for 3.7 to 8.6 only");
    assertThat(ALL.unserved())
        .hasValue(
            "the GPU NVIDIA H200 has compute capability 9.0, and ND4J 1.0.0-M2.1 has CUDA kernels"
                + " for 3.7 to 8.6 only; CUDA_VISIBLE_DEVICES=GPU-22,GPU-33 hides what it cannot"
                + " use");
    assertThat(visible("GPU-22").unserved()).isEmpty();
  }

  private static Gpus visible(String chosen) {
    return ALL.visible(Map.of("CUDA_VISIBLE_DEVICES", chosen));
  }
}
