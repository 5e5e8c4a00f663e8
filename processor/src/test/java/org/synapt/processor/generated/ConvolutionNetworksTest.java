package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.Backends;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.Network;
import org.synapt.optimizer.Adam;
import org.synapt.processor.gradient.GradientCheck;
import org.synapt.training.Trainer;

/** Networks that convolve: what they compute, in blocks and shared too, and that they learn. */
@Tag("L2")
final class ConvolutionNetworksTest {
  private static final String STEP =
      """
      /** Two convolutions whose windows the user chooses. */
      @Block
      @interface Step {
        /** How many filters each has. */
        int filters();

        /** How large a window is. */
        int[] kernelSize();

        /** How far apart windows are. */
        int[] strides() default 1;

        /** How far apart the rows of a window are. */
        int dilationRate() default 1;

        /** What a window finds beyond the image. */
        Padding padding() default Padding.SAME;

        /** What is applied to the first sum. */
        ActivationFunction activation() default TANH;

        /** What is stacked. */
        interface Body {
          @Input                                                            Tensor x();
          @Conv2D(filters = Block.OF_BLOCK, kernelSize = Block.OF_BLOCK, strides = Block.OF_BLOCK,
              dilationRate = {Block.OF_BLOCK, 1}, padding = Padding.OF_BLOCK,
              activation = ActivationFunction.OF_BLOCK)                     Tensor inner(Tensor x);
          @SeparableConv2D(filters = Block.OF_BLOCK, kernelSize = {2, 1}, padding = Padding.SAME,
              activation = SWISH)
          Tensor outer();
        }
      }
      """;

  private static final String STEPS =
      """
      /** The same block, each time with other windows. */
      @Network
      interface Steps {
        @Input(shape = {7, 6, 2})                                      Tensor image();
        @Step(filters = 3, kernelSize = {3, 2}, strides = {2, 1})      Tensor half();
        @Step(filters = 3, kernelSize = 2, dilationRate = 2) @Repeat(2) Tensor same();
        @Step(filters = 2, kernelSize = {2, 3}, padding = Padding.VALID, activation = SIGMOID)
        Tensor less();
        @Flatten                                                       Tensor flat();
        @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 2)           Tensor level();
      }
      """;

  private static final String SIZES =
      """
      /** Two convolutions that look at an image, and at one that is coarser. */
      @Network
      interface Sizes {
        @Input(shape = {6, 5, 2})                                      Tensor image();
        @Conv2D(filters = 2, kernelSize = 2, strides = 2, activation = TANH)
        Tensor coarse();
        @Conv2D(filters = 2, kernelSize = {1, 2}, activation = TANH)   Layer eye();
        @Conv2D(filters = 3, kernelSize = 1, activation = TANH)        Layer mixer();
        @DepthwiseConv2D(kernelSize = {2, 1}, depthMultiplier = 2)     Layer each();
        @Apply                                       Tensor fineSeen(Layer eye, Tensor image);
        @Apply                                       Tensor coarseSeen(Layer eye, Tensor coarse);
        @Apply                                       Tensor fineMixed(Layer mixer, Tensor fineSeen);
        @Apply                                       Tensor coarseMixed(Layer mixer, Tensor coarseSeen);
        @Apply                                       Tensor fineEach(Layer each, Tensor fineMixed);
        @Apply                                       Tensor coarseEach(Layer each, Tensor coarseMixed);
        @Flatten                                                       Tensor fine(Tensor fineEach);
        @Flatten                                                       Tensor rough(Tensor coarseEach);
        @Concatenate                                                   Tensor all(Tensor fine, Tensor rough);
        @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 2)           Tensor level();
      }
      """;

  private static final String BACK =
      """
      /** Transposed convolutions that overlap, leave gaps, and are products of matrices. */
      @Network
      interface Back {
        @Input(shape = {3, 2, 2})                                      Tensor code();
        @Conv2DTranspose(filters = 3, kernelSize = {3, 4}, strides = 2, padding = Padding.SAME,
            activation = TANH)                                         Tensor larger();
        @SuppressWarnings("StrideLargerThanWindow")
        @Conv2DTranspose(filters = 2, kernelSize = {2, 1}, strides = {1, 3}, outputPadding = {0, 1})
        Tensor spread();
        @Conv2DTranspose(filters = 3, kernelSize = 1, activation = SIGMOID)
        Tensor mixed();
        @Conv2DTranspose(filters = 1, kernelSize = 2, dilationRate = {2, 1})
        Tensor drawn();
        @Output(loss = MEAN_SQUARED_ERROR) @Flatten                    Tensor image();
      }
      """;

  /** Tells upright strokes from flat ones, wherever they are. */
  private static final String STROKES =
      """
      /** How a stroke lies. */
      @Network
      interface Strokes {
        @Input(shape = {8, 8, 1})                                      Tensor image();
        @Conv2D(filters = 4, kernelSize = 3, activation = RELU)        Tensor edges();
        @GlobalMaxPooling2D                                            Tensor found();
        @Output(loss = BINARY_CROSSENTROPY)
        @Dense(units = 1, activation = SIGMOID)                        Tensor upright();
      }
      """;

  private static final Compiled COMPILED =
      Compiled.of(
          Samples.file(STEP),
          Samples.file(STEPS),
          Samples.file(SIZES),
          Samples.file(BACK),
          Samples.file(STROKES));

  private static Network network(String declaration) {
    return COMPILED.network("samples." + declaration + "Network", 9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Steps", "Sizes", "Back"})
  void computesWhatItsGraphSays(String sample) {
    String declaration = "samples." + sample;
    Comparison comparison =
        new Comparison(
            network(sample), COMPILED.predicting(declaration), COMPILED.training(declaration));

    comparison.draw(new Random(11));
    comparison.comparePrediction();
    comparison.compareTraining(/* dropout= */ false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Steps", "Sizes", "Back"})
  void hasGradientsThatAgreeWithCentralDifferences(String sample) {
    GradientCheck.checkNetwork(COMPILED.training("samples." + sample), 13);
  }

  @Test
  void aBlockTakesItsWindowsFromItsUse() {
    Network network = network("Steps");

    assertThat(network.parameter("half.inner.weight").shape()).isEqualTo(new int[] {3, 2, 2, 3});
    assertThat(network.parameter("same[1].inner.weight").shape()).isEqualTo(new int[] {2, 2, 3, 3});
    assertThat(network.parameter("less.outer.depthwiseWeight").shape())
        .isEqualTo(new int[] {2, 1, 2, 1});
    assertThat(network.parameter("less.outer.pointwiseWeight").shape())
        .isEqualTo(new int[] {1, 1, 2, 2});
    assertThat(network.signature().row("half.outer").shape()).isEqualTo(new int[] {4, 6, 3});
    assertThat(network.signature().row("same[1].outer").shape()).isEqualTo(new int[] {4, 6, 3});
    assertThat(network.signature().row("less.outer").shape()).isEqualTo(new int[] {3, 4, 2});
  }

  @Test
  void oneConvolutionLooksAtImagesOfTwoSizes() {
    Network network = network("Sizes");

    assertThat(network.parameter("eye.weight").shape()).isEqualTo(new int[] {1, 2, 2, 2});
    assertThat(network.signature().row("fineSeen").shape()).isEqualTo(new int[] {6, 4, 2});
    assertThat(network.signature().row("coarseSeen").shape()).isEqualTo(new int[] {3, 1, 2});
  }

  /** Images of noise with a stroke of four, each other one upright. */
  private static float[] images(int count, long seed) {
    Random random = new Random(seed);
    float[] images = new float[64 * count];
    for (int i = 0; i < images.length; i++) {
      images[i] = 0.3f * random.nextFloat();
    }
    for (int image = 0; image < count; image++) {
      boolean upright = isUpright(image);
      int row = random.nextInt(upright ? 5 : 8);
      int column = random.nextInt(upright ? 8 : 5);
      for (int i = 0; i < 4; i++) {
        images[64 * image + 8 * row + column + i * (upright ? 8 : 1)] = 1;
      }
    }
    return images;
  }

  private static boolean isUpright(int image) {
    return image % 2 == 1;
  }

  private static Examples strokes(int count) {
    float[] upright = new float[count];
    for (int i = 0; i < count; i++) {
      upright[i] = isUpright(i) ? 1 : 0;
    }
    return Examples.of(
        List.of(Column.of("image", 64, images(count, 5))),
        List.of(Column.of("upright", 1, upright)));
  }

  /** On images that it has not seen, with strokes where none was. */
  @Tag("L19")
  @Test
  void findsAPatternWhereverItIs() {
    Network network = network("Strokes");

    Trainer.of(network)
        .optimizer(Adam.withLearningRate(0.02f))
        .batchSize(16)
        .epochs(20)
        .verbose(0)
        .fit(strokes(192));

    float[] upright = (float[]) Compiled.call(network, "predict", images(200, 6));
    int right = 0;
    for (int i = 0; i < 200; i++) {
      right += upright[i] > 0.5 == isUpright(i) ? 1 : 0;
    }
    assertThat(right).isAtLeast(190);
  }

  @Test
  void learnsTheSameWithAnyNumberOfThreads() {
    float[][] learned = new float[3][];
    for (int threads = 1; threads <= 3; threads++) {
      Network network =
          COMPILED.network(
              "samples.StrokesNetwork", 9, Backends.open("java", Map.of("threads", "" + threads)));
      Trainer.of(network).batchSize(7).epochs(2).verbose(0).fit(strokes(40));
      learned[threads - 1] = new float[network.values().length()];
      network.values().get(0, learned[threads - 1], 0, learned[threads - 1].length);
    }

    for (float[] each : learned) {
      assertWithMessage("what was learned").that(each).isEqualTo(learned[0]);
    }
  }
}
