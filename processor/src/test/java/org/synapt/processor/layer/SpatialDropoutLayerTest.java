package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

final class SpatialDropoutLayerTest {

  private static Inferred layer(String name, double rate, Shape x) {
    return Inferred.of(Mentions.of(name, "rate", rate), x);
  }

  @Test
  void drawsOnceForEachChannel() {
    assertThat(layer("SpatialDropout2D", 0.5, Shape.of(4, 5, 8)).lowered())
        .isEqualTo(
            """
            mask [b, 1, 1, 8] = randomMask<0.5, 7, [1, 1, 8]>()
            squeezed [b, 8] = reshape<[8]>(mask)
            spread [b, 4, 8] = spread<0, 4>(squeezed)
            spread2 [b, 4, 5, 8] = spread<1, 5>(spread)
            kept [b, 4, 5, 8] = x * mask(a, spread2)
            """);
  }

  @Test
  void doesNothingWhilePredicting() {
    Lowered lowering = Lowered.toPredict();

    Value y = layer("SpatialDropout1D", 0.5, Shape.of(4, 8)).lower(lowering);

    assertThat(y).isEqualTo(Value.of("a", Shape.of(4, 8)));
    assertThat(lowering.toString()).isEmpty();
  }

  @Test
  void keepsTheShape() {
    assertThat(layer("SpatialDropout1D", 0.5, Shape.of(4, 8)).toString()).isEqualTo("[4, 8]");
    assertThat(layer("SpatialDropout3D", 0.5, Shape.of(2, 3, 4, 8)).toString())
        .isEqualTo("[2, 3, 4, 8]");
  }

  @Test
  void wantsAnImageAndAShareThatLeavesSomething() {
    assertThat(layer("SpatialDropout2D", 0.5, Shape.of(28, 28)).toString())
        .startsWith("[NotAnImage] spatialDropout2D moves over [rows, columns, channels]");
    assertThat(layer("SpatialDropout2D", 1, Shape.of(28, 28, 1)).toString())
        .startsWith("[AttributeOutOfRange] rate = 1.0 leaves nothing");
  }

  @Test
  void saysWhatItDoesInASummary() {
    assertThat(layer("SpatialDropout2D", 0.25, Shape.of(4, 4, 1)).describe())
        .isEqualTo("spatialDropout2D(0.25)");
  }
}
