package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.constant;
import static org.synapt.processor.layer.Mentions.list;

import org.junit.jupiter.api.Test;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

final class UpSamplingLayerTest {

  private static Inferred layer(String name, Shape x, Object... stated) {
    return Inferred.of(Mentions.of(name, stated), x);
  }

  private static Inferred bilinear(Shape x, Integer... size) {
    return layer("UpSampling2D", x, "size", list(size), "interpolation", constant("BILINEAR"));
  }

  @Test
  void doublesUnlessToldOtherwise() {
    assertThat(layer("UpSampling1D", Shape.of(4, 3)).toString()).isEqualTo("[8, 3]");
    assertThat(layer("UpSampling2D", Shape.of(4, 5, 3)).toString()).isEqualTo("[8, 10, 3]");
    assertThat(layer("UpSampling3D", Shape.of(4, 5, 6, 3)).toString()).isEqualTo("[8, 10, 12, 3]");
  }

  @Test
  void repeatsColumnsAndThenRows() {
    assertThat(layer("UpSampling2D", Shape.of(4, 5, 3), "size", list(2, 3)).lowered())
        .isEqualTo(
            """
            repeated [b, 4, 5, 3, 3] = spread<2, 3>(a)
            repeated2 [b, 4, 2, 5, 3, 3] = spread<1, 2>(repeated)
            larger [b, 8, 15, 3] = reshape<[8, 15, 3]>(repeated2)
            """);
  }

  @Test
  void leavesAnAxisOfSizeOneAlone() {
    assertThat(layer("UpSampling2D", Shape.of(4, 5, 3), "size", list(1, 2)).lowered())
        .isEqualTo(
            """
            repeated [b, 4, 5, 2, 3] = spread<2, 2>(a)
            larger [b, 4, 10, 3] = reshape<[4, 10, 3]>(repeated)
            """);
    assertThat(bilinear(Shape.of(4, 5, 3), 1, 2).lowered())
        .isEqualTo("between [b, 4, 10, 3] = interpolation<1, 2>(a)\n");
  }

  /** tf.keras.layers.UpSampling1D, TensorFlow 2.6: the example of its documentation. */
  @Test
  void repeatsAsKerasDoes() {
    assertThat(layer("UpSampling1D", Shape.of(2, 3)).compute(new double[] {0, 1, 2, 3, 4, 5}))
        .isEqualTo(new double[] {0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5});
  }

  /** keras.layers.UpSampling2D, Keras 3: the same, its first image. */
  @Test
  void repeatsImagesAsKerasDoes() {
    assertThat(
            layer("UpSampling2D", Shape.of(2, 1, 3), "size", list(1, 2))
                .compute(new double[] {0, 1, 2, 3, 4, 5}))
        .isEqualTo(new double[] {0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5});
  }

  @Test
  void repeatsRowsAndColumns() {
    assertThat(layer("UpSampling2D", Shape.of(2, 2, 1)).compute(new double[] {1, 2, 3, 4}))
        .isEqualTo(new double[] {1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4});
  }

  /**
   * NNlib.jl, test/upsample.jl, {@code bilinear_upsample 2d}, whose middles are half pixels as
   * Keras's are: {@code [1 2; 3 4]} three times as high and twice as wide.
   */
  @Test
  void drawsLinesBetweenTheMiddles() {
    double[] expected = {
      1, 5 / 4., 7 / 4., 2, //
      1, 5 / 4., 7 / 4., 2, //
      5 / 3., 23 / 12., 29 / 12., 8 / 3., //
      7 / 3., 31 / 12., 37 / 12., 10 / 3., //
      3, 13 / 4., 15 / 4., 4, //
      3, 13 / 4., 15 / 4., 4
    };

    assertThat(bilinear(Shape.of(2, 2, 1), 3, 2).compute(new double[] {1, 2, 3, 4}))
        .usingTolerance(1e-12)
        .containsExactly(expected)
        .inOrder();
  }

  @Test
  void interpolatesRowsAndThenColumns() {
    assertThat(bilinear(Shape.of(4, 5, 3), 2, 3).lowered())
        .isEqualTo(
            """
            between [b, 8, 5, 3] = interpolation<0, 2>(a)
            between2 [b, 8, 15, 3] = interpolation<1, 3>(between)
            """);
  }

  @Test
  void warnsOfWhatChangesNothing() {
    Inferred idle = layer("UpSampling2D", Shape.of(4, 4, 1), "size", list(1));
    Lowered lowering = Lowered.toTrain();

    assertThat(idle.toString())
        .startsWith("[IdleAttribute] @UpSampling2D changes nothing: size is 1");
    assertThat(idle.lower(lowering)).isEqualTo(Value.of("a", Shape.of(4, 4, 1)));
  }

  @Test
  void wantsANumberForEachAxisThatCounts() {
    assertThat(layer("UpSampling2D", Shape.of(4, 4, 1), "size", list(2, 2, 1)).toString())
        .startsWith("[NumbersPerAxis] size = [2, 2, 1] has 3 numbers");
    assertThat(layer("UpSampling1D", Shape.of(4, 1), "size", list(0)).toString())
        .startsWith("[AttributeOutOfRange] size = 0 is below 1");
  }

  @Test
  void wantsAnImageThatDoesNotGrowBeyondAnIndex() {
    assertThat(layer("UpSampling2D", Shape.of(28, 28)).toString()).startsWith("[NotAnImage]");
    assertThat(layer("UpSampling2D", Shape.of(28, 28, 1), "size", list(10_000)).toString())
        .startsWith("[TooManyElements] y [280000, 280000, 1] has 78,400,000,000 elements");
  }

  @Test
  void saysWhatItDoesInASummary() {
    assertThat(layer("UpSampling2D", Shape.of(4, 4, 1)).describe()).isEqualTo("upSampling2D(2x2)");
    assertThat(bilinear(Shape.of(4, 4, 1), 3).describe()).isEqualTo("upSampling2D(3x3, bilinear)");
  }
}
