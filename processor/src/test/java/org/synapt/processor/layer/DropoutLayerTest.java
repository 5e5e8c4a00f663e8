package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.list;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

@Tag("R7")
final class DropoutLayerTest {

  @Test
  void multipliesByAMaskWhileTraining() {
    assertThat(Inferred.of(Mentions.of("Dropout", "rate", 0.5), Shape.of(4)).lowered())
        .isEqualTo(
            """
            mask [b, 4] = randomMask<0.5, 7, [4]>()
            kept [b, 4] = x * mask(a, mask)
            """);
  }

  @Test
  void doesNothingWhilePredicting() {
    Inferred dropout = Inferred.of(Mentions.of("Dropout", "rate", 0.5), Shape.of(4));
    Lowered lowered = Lowered.toPredict();

    assertThat(dropout.lower(lowered)).isEqualTo(Value.of("a", Shape.of(4)));
    assertThat(lowered.toString()).isEmpty();
  }

  @Test
  void drawsOnceAlongAnExtentOfOne() {
    assertThat(
            Inferred.of(
                    Mentions.of("Dropout", "rate", 0.5, "noiseShape", list(1, 8)), Shape.of(4, 8))
                .lowered())
        .isEqualTo(
            """
            mask [b, 1, 8] = randomMask<0.5, 7, [1, 8]>()
            squeezed [b, 8] = reshape<[8]>(mask)
            spread [b, 4, 8] = spread<0, 4>(squeezed)
            kept [b, 4, 8] = x * mask(a, spread)
            """);
  }

  @Test
  void wantsANoiseShapeThatFits() {
    assertThat(
            Inferred.of(
                    Mentions.of("Dropout", "rate", 0.5, "noiseShape", list(2, 8)), Shape.of(4, 8))
                .toString())
        .startsWith("[NoiseShape] a mask [2, 8] does not fit a [4, 8]");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, rate = 1.0 leaves nothing",
    "-0.1, rate = -0.1 is below 0",
    "NaN, rate = NaN is no finite float",
    "0.999999999, rate = 0.999999999 leaves nothing"
  })
  void wantsAShareThatLeavesSomething(double rate, String finding) {
    assertThat(Inferred.of(Mentions.of("Dropout", "rate", rate), Shape.of(4)).toString())
        .startsWith("[AttributeOutOfRange] " + finding);
  }
}
