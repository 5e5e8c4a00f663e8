package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.list;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

final class NoiseLayersTest {

  private static Inferred of(String layer, Object... stated) {
    return Inferred.of(Mentions.of(layer, stated), Shape.of(4));
  }

  @Test
  void addsNoise() {
    assertThat(of("GaussianNoise", "stddev", 0.1).lowered())
        .isEqualTo(
            """
            noise [b, 4] = randomNormal<0.0, 0.1, 7, [4]>()
            noisy [b, 4] = x + noise(a, noise)
            """);
  }

  /** √(0.2 / (1 − 0.2)) = ½. */
  @Test
  void multipliesWithNoiseOfAsMuchVarianceAsAMask() {
    assertThat(of("GaussianDropout", "rate", 0.2).lowered())
        .isEqualTo(
            """
            noise [b, 4] = randomNormal<1.0, 0.5, 7, [4]>()
            noisy [b, 4] = x * noise(a, noise)
            """);
  }

  @Test
  void dropsToWhatSeluGivesAtItsEnd() {
    assertThat(of("AlphaDropout", "rate", 0.3).lowered())
        .isEqualTo(
            """
            room [b, 4] = batchRoom<[4]>()
            mask [b, 4] = alphaMask<0.3, 7, [4]>(room)
            shift [b, 4] = written(room, mask)
            kept [b, 4] = x * mask + shift(a, mask, shift)
            """);
  }

  @Test
  void drawsOnceAlongAnExtentOfOne() {
    assertThat(
            Inferred.of(
                    Mentions.of("AlphaDropout", "rate", 0.5, "noiseShape", list(1, 8)),
                    Shape.of(4, 8))
                .lowered())
        .isEqualTo(
            """
            room [b, 1, 8] = batchRoom<[1, 8]>()
            mask [b, 1, 8] = alphaMask<0.5, 7, [1, 8]>(room)
            shift [b, 1, 8] = written(room, mask)
            squeezed [b, 8] = reshape<[8]>(mask)
            spread [b, 4, 8] = spread<0, 4>(squeezed)
            squeezed2 [b, 8] = reshape<[8]>(shift)
            spread2 [b, 4, 8] = spread<0, 4>(squeezed2)
            kept [b, 4, 8] = x * mask + shift(a, spread, spread2)
            """);
  }

  @ParameterizedTest
  @CsvSource({"GaussianNoise, stddev", "GaussianDropout, rate", "AlphaDropout, rate"})
  void doesNothingWhilePredictingOrAtZero(String layer, String attribute) {
    Lowered predicting = Lowered.toPredict();

    assertThat(of(layer, attribute, 0.5).lower(predicting)).isEqualTo(Value.of("a", Shape.of(4)));
    assertThat(predicting.toString()).isEmpty();
    assertThat(of(layer, attribute, 0.0).lowered()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GaussianNoise, stddev, -0.1, stddev = -0.1 is below 0",
    "GaussianNoise, stddev, NaN, stddev = NaN is no finite float",
    "GaussianDropout, rate, 1, rate = 1.0 leaves nothing",
    "GaussianDropout, rate, -0.1, rate = -0.1 is below 0",
    "AlphaDropout, rate, 1, rate = 1.0 leaves nothing"
  })
  void wantsASensibleNumber(String layer, String attribute, double number, String finding) {
    assertThat(of(layer, attribute, number).toString())
        .startsWith("[AttributeOutOfRange] " + finding);
  }

  @Test
  void saysWhatItIs() {
    assertThat(of("GaussianNoise", "stddev", 0.1).describe()).isEqualTo("gaussianNoise(0.1)");
    assertThat(of("GaussianDropout", "rate", 0.1).describe()).isEqualTo("gaussianDropout(0.1)");
    assertThat(of("AlphaDropout", "rate", 0.1).describe()).isEqualTo("alphaDropout(0.1)");
    assertThat(of("ActivityRegularization", "l1", 0.1).describe())
        .isEqualTo("activityRegularization");
  }

  @Test
  void aRegularizationLetsItsValuesPass() {
    Lowered lowering = Lowered.toTrain();

    assertThat(of("ActivityRegularization", "l2", 0.1).lower(lowering))
        .isEqualTo(Value.of("a", Shape.of(4)));
    assertThat(lowering.toString()).isEmpty();
    assertThat(of("ActivityRegularization").toString())
        .startsWith("[IdleAttribute] @ActivityRegularization adds nothing");
  }
}
