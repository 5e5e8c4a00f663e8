package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
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
import org.synapt.network.TrainingPass;
import org.synapt.optimizer.Adam;
import org.synapt.processor.gradient.GradientCheck;
import org.synapt.training.Trainer;

/** Networks that make images smaller and larger: what they compute, and that they learn. */
final class PoolingNetworksTest {
  private static final String DROPPING =
      """
      /** Channels that are dropped. */
      @Network
      interface Dropping {
        @Input(shape = {2, 3, 8})           Tensor image();
        @SpatialDropout2D(rate = 0.5)       Tensor kept();
        @Output(loss = MEAN_SQUARED_ERROR)
        @Formula("1 * kept")                Tensor again(Tensor kept);
      }
      """;

  /** Tells whether the brighter half of an image is the upper one. */
  private static final String HALVES =
      """
      /** Which half is brighter. */
      @Network
      interface Halves {
        @Input(shape = {6, 6, 1})                      Tensor image();
        @BatchNormalization                            Tensor even();
        @AveragePooling2D(poolSize = {3, 2})           Tensor coarse();
        @MaxPooling2D(poolSize = {1, 3})               Tensor most();
        @Flatten                                       Tensor flat();
        @Output(loss = BINARY_CROSSENTROPY)
        @Dense(units = 1, activation = SIGMOID)        Tensor upper();
      }
      """;

  private static final String CORNERS =
      """
      /** Windows and margins that are not the same on all sides. */
      @Network
      interface Corners {
        @Input(shape = {7, 6, 2})                      Tensor image();
        @PReLU(sharedAxes = {0, 1})                    Tensor bent();
        @ZeroPadding2D(padding = {1, 0, 2, 1})         Tensor framed();
        @MaxPooling2D(poolSize = 3, strides = 2, padding = Padding.SAME)
        Tensor most();
        @AveragePooling2D(poolSize = {1, 2}, strides = 1)
        Tensor mean();
        @Cropping2D(cropping = {1, 0})                 Tensor inner();
        @UpSampling2D                                  Tensor large(Tensor inner);
        @UpSampling2D(size = {2, 3}, interpolation = Interpolation.BILINEAR)
        Tensor smooth(Tensor inner);
        @SpatialDropout2D(rate = 0.4)                  Tensor kept(Tensor large);
        @GlobalAveragePooling2D                        Tensor level(Tensor kept);
        @GlobalMaxPooling2D(keepdims = true)           Tensor peak(Tensor smooth);
        @Flatten                                       Tensor flat();
        @Concatenate                                   Tensor both(Tensor level, Tensor flat);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2)                              Tensor light();
      }
      """;

  private static final String CHANNELS =
      """
      /** Layers to which the axes of an image are axes like others. */
      @Network
      interface Channels {
        @Input(shape = {4, 4, 2})                      Tensor image();
        @BatchNormalization(epsilon = 0.1)             Tensor even(Tensor image);
        @LayerNormalization(axis = {0, 1}, epsilon = 0.1) Tensor still(Tensor image);
        @LayerNormalization(epsilon = 0.1)             Tensor gray(Tensor image);
        @Add                                           Tensor sum(Tensor even, Tensor still, Tensor gray);
        @Concatenate                                   Tensor deep(Tensor sum, Tensor even);
        @Softmax                                       Tensor shares();
        @Concatenate(axis = 0)                         Tensor high(Tensor deep, Tensor shares);
        @PReLU(sharedAxes = {0, 1})                    Tensor bent();
        @GlobalMaxPooling2D(keepdims = true)           Tensor most(Tensor bent);
        @Multiply                                      Tensor weighed(Tensor shares, Tensor most);
        @MaxPooling2D                                  Tensor small();
        @Flatten                                       Tensor flat();
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2)                              Tensor light();
      }
      """;

  private static final Compiled COMPILED =
      Compiled.of(
          Samples.file(DROPPING),
          Samples.file(HALVES),
          Samples.file(CORNERS),
          Samples.file(CHANNELS));

  private static Network network(String declaration) {
    return COMPILED.network("samples." + declaration + "Network", 9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Corners", "Channels"})
  void computesWhatItsGraphSays(String sample) {
    String declaration = "samples." + sample;
    Comparison comparison =
        new Comparison(
            network(sample), COMPILED.predicting(declaration), COMPILED.training(declaration));

    comparison.draw(new Random(11));
    comparison.comparePrediction();
    comparison.compareTraining(/* dropout= */ false);
    comparison.compareTraining(/* dropout= */ true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Corners", "Channels"})
  void hasGradientsThatAgreeWithCentralDifferences(String sample) {
    GradientCheck.checkNetwork(COMPILED.training("samples." + sample), 13);
  }

  @Test
  void dropsWholeChannels() {
    Network network = network("Dropping");
    float[] ones = new float[4 * 2 * 3 * 8];
    Arrays.fill(ones, 1);

    float[] y = forward(network, true, 4, ones);

    int dropped = 0;
    for (int channel = 0; channel < 4 * 8; channel++) {
      int first = channel / 8 * 48 + channel % 8;
      for (int position = 1; position < 6; position++) {
        assertThat(y[first + position * 8]).isEqualTo(y[first]);
      }
      assertThat(y[first]).isAnyOf(0f, 2f);
      dropped += y[first] == 0 ? 1 : 0;
    }
    assertThat(dropped).isGreaterThan(4);
    assertThat(dropped).isLessThan(28);
    assertThat(forward(network, false, 4, ones)).isEqualTo(ones);
    assertThat((float[]) Compiled.call(network, "predict", ones)).isEqualTo(ones);
  }

  /** What a pass gives for a batch, while training or evaluating. */
  private static float[] forward(Network network, boolean training, int batch, float... x) {
    TrainingPass pass = network.training(batch);
    pass.training(training);
    pass.put(batch, new float[][] {x}, new float[][] {x});
    pass.share(batch);
    pass.forward(batch);
    float[] y = new float[x.length];
    pass.get(batch, 0, y);
    return y;
  }

  /** Images of which each other one is brighter in its upper half. */
  private static float[] images(int count) {
    Random random = new Random(5);
    float[] images = new float[36 * count];
    for (int i = 0; i < images.length; i++) {
      boolean upper = i % 36 < 18;
      boolean bright = upper == isUpper(i / 36);
      images[i] = random.nextFloat() + (bright ? 0.3f : 0);
    }
    return images;
  }

  private static boolean isUpper(int image) {
    return image % 2 == 1;
  }

  private static Examples halves(int count) {
    float[] upper = new float[count];
    for (int i = 0; i < count; i++) {
      upper[i] = isUpper(i) ? 1 : 0;
    }
    return Examples.of(
        List.of(Column.of("image", 36, images(count))), List.of(Column.of("upper", 1, upper)));
  }

  @Tag("L15")
  @Test
  void learnsFromWhatWasPooled() {
    Network network = network("Halves");

    Trainer.of(network)
        .optimizer(Adam.withLearningRate(0.02f))
        .batchSize(16)
        .epochs(20)
        .verbose(0)
        .fit(halves(128));

    float[] upper = (float[]) Compiled.call(network, "predict", images(128));
    int right = 0;
    for (int i = 0; i < 128; i++) {
      right += upper[i] > 0.5 == isUpper(i) ? 1 : 0;
    }
    assertThat(right).isAtLeast(120);
  }

  @Test
  void learnsTheSameWithAnyNumberOfThreads() {
    float[][] learned = new float[3][];
    for (int threads = 1; threads <= 3; threads++) {
      Network network =
          COMPILED.network(
              "samples.HalvesNetwork", 9, Backends.open("java", Map.of("threads", "" + threads)));
      Trainer.of(network).batchSize(7).epochs(2).verbose(0).fit(halves(40));
      learned[threads - 1] = new float[network.values().length()];
      network.values().get(0, learned[threads - 1], 0, learned[threads - 1].length);
    }

    for (float[] each : learned) {
      assertWithMessage("what was learned").that(each).isEqualTo(learned[0]);
    }
  }
}
