package org.synapt.processor.diagnostic;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {

  @Tag("X5")
  @ParameterizedTest
  @CsvSource({
    "kernel_initializer, kernelInitializer",
    "KernelInitialiser, kernelInitializer",
    "nb_filter, filters",
    "nb_epoch, epochs",
    "border_mode, padding",
    "subsample, strides",
    "input_dim, shape",
    "output_dim, units",
    "output_shape, targetShape",
    "p, rate",
    "Convolution2D, Conv2D",
    "AvgPool2D, AveragePooling2D",
    "MaxPool2D, MaxPooling2D",
    "unit, units",
    "uints, units",
  })
  void findsWhatWasMeant(String written, String meant) {
    List<String> candidates =
        List.of(
            "AveragePooling2D",
            "Conv2D",
            "MaxPooling2D",
            "epochs",
            "filters",
            "kernelInitializer",
            "padding",
            "rate",
            "shape",
            "strides",
            "targetShape",
            "units",
            "useBias");

    assertThat(Spelling.closest(written, candidates)).hasValue(meant);
  }

  @Test
  void doesNotGuessWhereNothingIsNear() {
    assertThat(Spelling.closest("nowhere", List.of("measures", "size"))).isEmpty();
  }

  @Test
  void prefersTheNearest() {
    assertThat(Spelling.closest("hidden12", List.of("hidden3", "hidden1", "hidden2")))
        .hasValue("hidden1");
  }

  @ParameterizedTest
  @CsvSource({"ca, abc, 3", "both, bothh, 1", "both, btoh, 1", "both, '', 4", "tone, size, 3"})
  void countsSlips(String a, String b, int slips) {
    assertThat(Spelling.distance(a, b)).isEqualTo(slips);
    assertThat(Spelling.distance(b, a)).isEqualTo(slips);
  }
}
