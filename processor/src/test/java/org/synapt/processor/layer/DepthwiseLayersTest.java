package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.constant;
import static org.synapt.processor.layer.Mentions.list;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.shape.Shape;

@Tag("L2")
final class DepthwiseLayersTest {
  private static final Mention DEPTHWISE =
      Mentions.of(
          "DepthwiseConv2D",
          "kernelSize",
          list(2),
          "padding",
          constant("SAME"),
          "depthMultiplier",
          6,
          "activation",
          constant("RELU"));
  private static final Mention SEPARABLE =
      Mentions.of(
          "SeparableConv2D",
          "filters",
          5,
          "kernelSize",
          list(2),
          "strides",
          list(2, 1),
          "depthMultiplier",
          3,
          "activation",
          constant("TANH"));

  /**
   * Shapes from Keras's own tests: {@code nn_test.py}, {@code test_depthwise_conv} and {@code
   * test_separable_conv}, without the batch.
   */
  @Test
  void makesTheShapesThatKerasMakes() {
    assertThat(
            Inferred.of(Mentions.of("DepthwiseConv1D", "kernelSize", list(4)), Shape.of(20, 3))
                .toString())
        .isEqualTo("[17, 3]");
    assertThat(
            Inferred.of(
                    Mentions.of(
                        "DepthwiseConv2D",
                        "kernelSize",
                        list(2),
                        "strides",
                        list(1, 2),
                        "padding",
                        constant("SAME")),
                    Shape.of(10, 10, 3))
                .toString())
        .isEqualTo("[10, 5, 3]");
    assertThat(
            Inferred.of(
                    Mentions.of(
                        "SeparableConv1D",
                        "filters",
                        5,
                        "kernelSize",
                        list(4),
                        "depthMultiplier",
                        2),
                    Shape.of(20, 3))
                .toString())
        .isEqualTo("[17, 5]");
  }

  @Test
  void oneGroupForEachChannel() {
    assertThat(Inferred.of(DEPTHWISE, Shape.of(4, 4, 3)).lowered())
        .isEqualTo(
            """
            filters [2, 2, 1, 18] = reshape<[2, 2, 1, 18]>(weight)
            product [b, 4, 4, 18] = convolution<[2 of 4 padded 0+1, 2 of 4 padded 0+1], 3>(a, filters)
            sum [b, 4, 4, 18] = x + b(product, bias)
            relu [b, 4, 4, 18] = relu(x)(sum)
            """);
  }

  @Test
  void separableIsDepthwiseAndThenAProductAtEachPosition() {
    assertThat(Inferred.of(SEPARABLE, Shape.of(5, 5, 2)).lowered())
        .isEqualTo(
            """
            filters [2, 2, 1, 6] = reshape<[2, 2, 1, 6]>(depthwiseWeight)
            depthwise [b, 2, 4, 6] = convolution<[2 of 5 by 2, 2 of 5], 2>(a, filters)
            matrix [6, 5] = reshape<[6, 5]>(pointwiseWeight)
            product [b, 2, 4, 5] = mult(depthwise, matrix)
            sum [b, 2, 4, 5] = x + b(product, bias)
            tanh [b, 2, 4, 5] = tanh(x)(sum)
            """);
  }

  /**
   * The shapes of Keras's weights: {@code base_depthwise_conv.py}, {@code base_separable_conv.py}.
   */
  @Test
  void startsAsKerasDoes() {
    InitializerSpec glorot = InitializerSpec.of("glorotUniform");

    assertThat(Inferred.of(DEPTHWISE, Shape.of(4, 4, 3)).parameters())
        .containsExactly(
            ParameterSpec.weight("weight", Shape.of(2, 2, 3, 6), glorot),
            ParameterSpec.parameter("bias", Shape.of(18), InitializerSpec.of("zeros")))
        .inOrder();
    assertThat(Inferred.of(SEPARABLE, Shape.of(5, 5, 2)).parameters())
        .containsExactly(
            ParameterSpec.weight("depthwiseWeight", Shape.of(2, 2, 2, 3), glorot),
            ParameterSpec.weight("pointwiseWeight", Shape.of(1, 1, 6, 5), glorot),
            ParameterSpec.parameter("bias", Shape.of(5), InitializerSpec.of("zeros")))
        .inOrder();
  }

  /** By hand: two filters a channel; those of the first channel come first. */
  @Test
  void theFiltersOfAChannelLieTogether() {
    Inferred twice =
        Inferred.of(
            Mentions.of(
                "DepthwiseConv1D", "kernelSize", list(2), "depthMultiplier", 2, "useBias", false),
            Shape.of(2, 2));

    assertThat(
            twice.compute(
                Map.of("weight", new double[] {1, 2, 3, 4, 10, 20, 30, 40}),
                new double[] {1, 5, 2, 7}))
        .usingTolerance(0)
        .containsExactly(1 + 20, 2 + 40, 15 + 210, 20 + 280)
        .inOrder();
  }

  @Test
  void separableMixesWhatDepthwiseLeftApart() {
    Inferred mixed =
        Inferred.of(
            Mentions.of("SeparableConv1D", "filters", 1, "kernelSize", list(2)), Shape.of(2, 2));

    assertThat(
            mixed.compute(
                Map.of(
                    "depthwiseWeight",
                    new double[] {1, 2, 3, 4},
                    "pointwiseWeight",
                    new double[] {10, 1},
                    "bias",
                    new double[] {0.5}),
                new double[] {1, 5, 2, 7}))
        .usingTolerance(0)
        .containsExactly(10 * (1 + 6) + (10 + 28) + 0.5);
  }

  @Test
  @Tag("L16")
  void separableSequencesMayBeCausal() {
    Mention causal =
        Mentions.of(
            "SeparableConv1D", "filters", 4, "kernelSize", list(3), "padding", constant("CAUSAL"));

    assertThat(Inferred.of(causal, Shape.of(9, 2)).toString()).isEqualTo("[9, 4]");
    assertThat(
            Inferred.of(
                    Mentions.of(
                        "DepthwiseConv1D", "kernelSize", list(3), "padding", constant("CAUSAL")),
                    Shape.of(9, 2))
                .toString())
        .startsWith("[CausalPadding] padding = CAUSAL is not for depthwiseConv1D");
  }

  @Test
  void describesItself() {
    assertThat(Inferred.of(DEPTHWISE, Shape.of(4, 4, 3)).describe())
        .isEqualTo("depthwiseConv2D(2x2, same, times 6), relu");
    assertThat(Inferred.of(SEPARABLE, Shape.of(5, 5, 2)).describe())
        .isEqualTo("separableConv2D(5, 2x2 by 2x1, times 3), tanh");
  }

  @Test
  void needsImagesAndFilters() {
    Shape square = Shape.of(28, 28);
    assertThat(Inferred.of(DEPTHWISE, square).toString())
        .startsWith("[NotAnImage] depthwiseConv2D moves over [rows, columns, channels], but a is");
    assertThat(Inferred.of(SEPARABLE, square).toString())
        .startsWith("[NotAnImage] separableConv2D moves over [rows, columns, channels], but a is");
    String said =
        Inferred.of(
                Mentions.of(
                    "SeparableConv2D", "filters", 0, "kernelSize", list(3), "depthMultiplier", -1),
                Shape.of(5, 5, 2))
            .toString();
    assertThat(said).contains("filters = 0 is below 1");
    assertThat(said).contains("depthMultiplier = -1 is below 1");
  }

  @Test
  void needsAWindowThatFits() {
    assertThat(Inferred.of(SEPARABLE, Shape.of(1, 5, 2)).toString())
        .startsWith("[WindowLargerThanImage] a window of 2 rows does not fit into the 1 of a");
  }

  @Test
  void countsItsElements() {
    Mention many =
        Mentions.of("DepthwiseConv2D", "kernelSize", list(1), "depthMultiplier", 2_000_000_000);

    assertThat(Inferred.of(many, Shape.of(1, 1, 2)).toString())
        .startsWith("[TooManyElements] y.weight [1, 1, 2, 2000000000] has 4,000,000,000 elements");
    assertThat(
            Inferred.of(
                    Mentions.of(
                        "SeparableConv2D",
                        "filters",
                        1,
                        "kernelSize",
                        list(1),
                        "depthMultiplier",
                        1_000_000),
                    Shape.of(100, 100, 2))
                .toString())
        .startsWith("[TooManyElements] y [100, 100, 2000000] has 20,000,000,000 elements");
  }
}
