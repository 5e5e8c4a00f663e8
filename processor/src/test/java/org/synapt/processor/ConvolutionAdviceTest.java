package org.synapt.processor;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is advised of dense layers holds for convolutions too, and for what stands between them. */
final class ConvolutionAdviceTest {
  private static final String IMAGE = "@Input(shape = {16, 16, 8}) Tensor image();\n";

  private static final String CLASSES =
      """
      @GlobalAveragePooling2D Tensor features();
      @Output(loss = CATEGORICAL_CROSSENTROPY)
      @Dense(units = 10, activation = SOFTMAX) Tensor kind();
      """;

  @TempDir private Path folder;

  private List<String> said(String rows) {
    Project project =
        new Project(folder).withFile("Net.java", KnownNetwork.source(IMAGE + rows + CLASSES));
    List<String> said = project.compile(Compilers.JAVAC).stream().map(Said::text).toList();
    assertThat(project.generated()).contains("NetNetwork.java");
    return said;
  }

  private static String alone(String first, String second, String kind) {
    return "[LinearStack] %s has no activation, so that %s and %s together are no more than one %s"
        .formatted(first, first, second, kind);
  }

  @ParameterizedTest
  @Tag("F8")
  @Tag("L7")
  @ValueSource(
      strings = {
        "",
        "@AveragePooling2D Tensor mean();",
        "@ZeroPadding2D(padding = 1) Tensor framed();",
        "@SpatialDropout2D(rate = 0.1) Tensor seen();",
        "@Activation(ActivationFunction.LINEAR) Tensor same();",
      })
  void convolutionsInARowAreLinearTogether(String between) {
    assertThat(
            said(
                """
                @Conv2D(filters = 16, kernelSize = 3) Tensor a();
                %s
                @Conv2D(filters = 16, kernelSize = 3, activation = RELU) Tensor b();
                """
                    .formatted(between)))
        .containsExactly(alone("a", "b", "convolution"));
  }

  @Test
  void separableConvolutionsCountAsOne() {
    assertThat(
            said(
                """
                @SeparableConv2D(filters = 16, kernelSize = 3) Tensor a();
                @SeparableConv2D(filters = 16, kernelSize = 3, activation = RELU) Tensor b();
                """))
        .containsExactly(alone("a", "b", "convolution"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Flatten", "@GlobalAveragePooling2D"})
  void aConvolutionInFrontOfADenseLayerIsToBendValues(String between) {
    assertThat(
            said(
                """
                @Conv2D(filters = 16, kernelSize = 3) Tensor a();
                %s Tensor flat();
                @Dense(units = 16, activation = RELU) Tensor b();
                @Reshape(targetShape = {4, 4, 1}) Tensor again();
                """
                    .formatted(between)))
        .containsExactly(alone("a", "b", "linear layer"));
  }

  @ParameterizedTest
  @Tag("L6")
  @ValueSource(
      strings = {
        // Picks, and so bends.
        """
        @Conv2D(filters = 16, kernelSize = 3) Tensor a();
        @MaxPooling2D Tensor largest();
        @Conv2D(filters = 16, kernelSize = 3, activation = RELU) Tensor b();
        """,
        // Fewer channels between than on either side.
        """
        @Conv2D(filters = 4, kernelSize = 1) Tensor a();
        @Conv2D(filters = 16, kernelSize = 3, activation = RELU) Tensor b();
        """,
        // Each channel, then each position.
        """
        @DepthwiseConv2D(kernelSize = 3) Tensor a();
        @Conv2D(filters = 16, kernelSize = 1, activation = RELU) Tensor b();
        """,
        // Rows, then columns.
        """
        @Conv2D(filters = 16, kernelSize = {1, 5}) Tensor a();
        @Conv2D(filters = 16, kernelSize = {5, 1}, activation = RELU) Tensor b();
        """,
        // Groups, then all.
        """
        @Conv2D(filters = 16, kernelSize = 3, groups = 4) Tensor a();
        @Conv2D(filters = 16, kernelSize = 1, activation = RELU) Tensor b();
        """,
        // Finer, then smoother.
        """
        @Conv2DTranspose(filters = 16, kernelSize = 2, strides = 2) Tensor a();
        @Conv2D(filters = 16, kernelSize = 3, activation = RELU) Tensor b();
        """,
        // Normal, then bent.
        """
        @Conv2D(filters = 16, kernelSize = 3, useBias = false) Tensor a();
        @BatchNormalization Tensor even();
        @Conv2D(filters = 16, kernelSize = 3, activation = RELU) Tensor b();
        """,
        // Kept for itself.
        """
        @Conv2D(filters = 16, kernelSize = 3, trainable = false) Tensor a();
        @Conv2D(filters = 16, kernelSize = 3, activation = RELU) Tensor b();
        """,
      })
  void saysNothingOfConvolutionsThatAreFactorsOnPurposeOrBentBetween(String rows) {
    assertThat(said(rows)).isEmpty();
  }

  @Test
  @Tag("F1")
  void gradientsFadeInConvolutionsToo() {
    assertThat(
            said(
                """
                @Conv2D(filters = 8, kernelSize = 3, activation = SIGMOID) Tensor a();
                @MaxPooling2D Tensor coarse();
                @Conv2D(filters = 8, kernelSize = 3, padding = SAME, activation = SIGMOID)
                Tensor b();
                @SpatialDropout2D(rate = 0.2) Tensor seen();
                @Conv2D(filters = 8, kernelSize = 3, activation = SIGMOID) Tensor c();
                """))
        .containsExactly(
            "[VanishingGradient] 3 rows in a row saturate, a (sigmoid), b (sigmoid), c (sigmoid):"
                + " their slopes let at most 1/64 of a gradient pass");
  }

  @Test
  @Tag("F4")
  void countsAllThatAWindowShows() {
    String small =
        "kernelInitializer = @Initialize(value = Initializer.RANDOM_NORMAL, stddev = %s)";

    // √(2 / 72) is 1/6, √(2 / 100) is 0.1414: 6 · 0.01 · 0.01 / 0.1414 is 1/236.
    assertThat(
            said(
                """
                @Conv2D(filters = 4, kernelSize = 3, activation = RELU, %s) Tensor a();
                @MaxPooling2D Tensor coarse();
                @Conv2D(filters = 4, kernelSize = 5, activation = RELU, %s) Tensor b();
                """
                    .formatted(small.formatted("0.01"), small.formatted("0.01"))))
        .containsExactly("[SmallInitializer] a, b start so small that 1/236 of a signal passes");
  }

  private List<String> saidOf(String rows) {
    return new Project(folder)
        .withFile("Net.java", KnownNetwork.source(IMAGE + rows)).compile(Compilers.JAVAC).stream()
            .map(Said::text)
            .toList();
  }

  @ParameterizedTest
  @Tag("L9")
  @ValueSource(strings = {"", "@UpSampling2D Tensor fine();", "@ZeroPadding2D Tensor framed();"})
  void dropsNoChannelsInFrontOfAnOutput(String behind) {
    assertThat(
            saidOf(
                """
                @Conv2D(filters = 8, kernelSize = 3) Tensor a();
                @SpatialDropout2D(rate = 0.1) Tensor seen();
                %s
                @Output(loss = MEAN_SQUARED_ERROR) @Activation(ActivationFunction.TANH) Tensor y();
                """
                    .formatted(behind)))
        .containsExactly(
            "[DropoutOnOutput] y is an output, but training drops a share of its channels in seen");
  }

  @Test
  @Tag("C7")
  void knowsWhatMeansOfScoresAre() {
    assertThat(
            saidOf(
                """
                @Conv2D(filters = 10, kernelSize = 3) Tensor scores();
                @Output(loss = CATEGORICAL_CROSSENTROPY) @GlobalAveragePooling2D Tensor kind();
                """))
        .containsExactly(
            "[LossMismatch] categorical_crossentropy needs shares that sum to 1, but kind is"
                + " linear");
  }

  @ParameterizedTest
  @Tag("C7")
  @ValueSource(
      strings = {
        // Means of shares are shares.
        """
        @Conv2D(filters = 10, kernelSize = 3, activation = SOFTMAX) Tensor shares();
        @Output(loss = CATEGORICAL_CROSSENTROPY) @GlobalAveragePooling2D Tensor kind();
        """,
        // The largest of each need not be, so nothing is known.
        """
        @Conv2D(filters = 10, kernelSize = 3, activation = SOFTMAX) Tensor shares();
        @Output(loss = CATEGORICAL_CROSSENTROPY) @GlobalMaxPooling2D Tensor kind();
        """,
        // The largest probability is one.
        """
        @Conv2D(filters = 1, kernelSize = 3, activation = SIGMOID) Tensor there();
        @Output(loss = BINARY_CROSSENTROPY) @GlobalMaxPooling2D Tensor somewhere();
        """,
        // Each place by itself.
        """
        @Conv2DTranspose(filters = 1, kernelSize = 3, activation = SIGMOID) Tensor fine();
        @Output(loss = BINARY_CROSSENTROPY) @Cropping2D(cropping = 1) Tensor mask();
        """,
      })
  void saysNothingOfLossesThatFitWhatImagesAreMadeOf(String rows) {
    assertThat(saidOf(rows)).isEmpty();
  }

  @Test
  @Tag("L10")
  void asksForOneValueOfEachChannelInFrontOfDense() {
    Project project =
        new Project(folder)
            .withFile(
                "Net.java",
                KnownNetwork.source(
                    IMAGE
                        + """
                        @Conv2D(filters = 16, kernelSize = 3, activation = RELU) Tensor a();
                        @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 2) Tensor y();
                        """));

    assertThat(project.messages(Compilers.JAVAC, Diagnostic.Kind.WARNING))
        .containsExactly(
            "[DenseOnImage] y is dense on the last axis of a [14, 14, 16] alone and gives [14, 14,"
                + " 2]\nput @GlobalAveragePooling2D or @Flatten in front; if each position is to have a"
                + " result of its own, say so with @SuppressWarnings(\"DenseOnImage\")");
  }

  /** Weights for channels, as squeeze-and-excitation has them. */
  @Test
  void saysNothingOfDenseOnASinglePosition() {
    assertThat(
            said(
                """
                @GlobalAveragePooling2D(keepdims = true) Tensor squeezed();
                @Dense(units = 2, activation = RELU) Tensor narrow();
                @Dense(units = 8, activation = SIGMOID) Tensor excited();
                @Multiply Tensor scaled(Tensor image, Tensor excited);
                """))
        .isEmpty();
  }

  @Test
  void namesThreeRowsWhoseBiasesAreIdleAndCountsTheRest() {
    StringBuilder rows = new StringBuilder();
    for (String row : List.of("a", "b", "c", "d", "e")) {
      rows.append(
          """
          @Conv2D(filters = 8, kernelSize = 3, padding = SAME) Tensor %s();
          @BatchNormalization Tensor %sEven();
          @Activation(RELU) Tensor %sPositive();
          """
              .formatted(row, row, row));
    }

    assertThat(said(rows.toString()))
        .containsExactly(
            "[BiasBeforeNormalization] a, b, c and 2 more have biases, which the normalizations"
                + " behind them take away again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Bent between.
        """
        @Conv2D(filters = 8, kernelSize = 3, activation = RELU) Tensor a();
        @BatchNormalization Tensor b();
        """,
        // Of other features than the bias has numbers.
        """
        @Conv2D(filters = 8, kernelSize = 3) Tensor a();
        @BatchNormalization(axis = 0) Tensor b();
        """,
        // Of one example.
        """
        @Conv2D(filters = 8, kernelSize = 3) Tensor a();
        @LayerNormalization Tensor b();
        """,
        // With a mean that does not follow.
        """
        @Conv2D(filters = 8, kernelSize = 3) Tensor a();
        @BatchNormalization(trainable = false) Tensor b();
        """,
        // Learned elsewhere.
        """
        @Conv2D(filters = 8, kernelSize = 3, trainable = false) Tensor a();
        @BatchNormalization Tensor b();
        """,
        // Taken as it is, too.
        """
        @Conv2D(filters = 8, kernelSize = 3) Tensor a();
        @BatchNormalization Tensor even(Tensor a);
        @Add Tensor b(Tensor a, Tensor even);
        """,
        // Applied elsewhere, too.
        """
        @Conv2D(filters = 8, kernelSize = 3, padding = SAME) Layer look();
        @Apply Tensor a(Layer look, Tensor image);
        @BatchNormalization Tensor even(Tensor a);
        @Apply Tensor again(Layer look, Tensor even);
        @Activation(RELU) Tensor b();
        """,
      })
  void saysNothingOfBiasesThatDoSomething(String rows) {
    assertThat(said(rows)).isEmpty();
  }
}
