package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.joining;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.synapt.annotations.ActivationFunction;
import org.synapt.annotations.Loss;
import org.synapt.network.Network;
import org.synapt.processor.gradient.GradientCheck;
import org.synapt.processor.layer.Layers;

/** Every layer, activation and loss, from the declaration to the numbers. */
final class SampleNetworksTest {
  static final Compiled SAMPLES = Compiled.of(Samples.files());

  static Stream<String> samples() {
    return Samples.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void computesWhatItsGraphSays(String sample) {
    Network network = SAMPLES.network("samples." + sample + "Network", 3);
    Comparison comparison =
        new Comparison(
            network,
            SAMPLES.predicting("samples." + sample),
            SAMPLES.training("samples." + sample));

    comparison.draw(new Random(11));
    comparison.comparePrediction();
    comparison.compareTraining(/* dropout= */ false);
    comparison.compareTraining(/* dropout= */ true);
    comparison.draw(new Random(12));
    comparison.compareTraining(/* dropout= */ true);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void hasGradientsThatAgreeWithCentralDifferences(String sample) {
    GradientCheck.checkNetwork(SAMPLES.training("samples." + sample), 13);
  }

  @Test
  void everyLayerIsTried() {
    String all = String.join("\n", Samples.files()) + AttentionSamples.ATTENTIONS;
    all += AttentionSamples.REVIEWS;
    for (String layer : Layers.names()) {
      assertWithMessage("a sample with %s", layer).that(all).containsMatch("@" + layer + "\\b");
    }
  }

  @Test
  void soIsEveryActivationAndEveryLoss() {
    String all = String.join("\n", Samples.files());
    for (ActivationFunction activation : ActivationFunction.values()) {
      if (activation != ActivationFunction.OF_BLOCK && activation != ActivationFunction.LINEAR) {
        assertThat(all).contains("activation = " + activation);
      }
    }
    for (Loss loss : Loss.values()) {
      assertWithMessage("a sample with %s", loss)
          .that(all)
          .contains(loss == Loss.NONE ? "formula = " : "loss = " + loss);
    }
  }

  @Test
  void noLineIsLongerThanAHundredCharacters() {
    assertThat(lines().filter(line -> line.length() > 100).collect(joining("\n"))).isEmpty();
  }

  @Test
  void noFieldIsIdle() {
    SAMPLES.sources().forEach(UnusedFields::requireNone);
  }

  private static Stream<String> lines() {
    return SAMPLES.sources().values().stream().flatMap(String::lines);
  }
}
