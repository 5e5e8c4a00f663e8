package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.network.Network;
import org.synapt.network.Parameter;
import org.synapt.network.TrainingPass;
import org.synapt.processor.gradient.GradientCheck;

/** Networks that apply layers and blocks to every step of a sequence. */
@Tag("L14")
final class TimeDistributedNetworksTest {
  private static final String GLANCE =
      """
      /** A picture made smaller around which it is added back. */
      @Block
      @interface Glance {
        /** How many filters. */
        int filters();

        /** What is applied. */
        interface Body {
          @Input                                       Tensor x();
          @Conv2D(filters = Block.OF_BLOCK, kernelSize = 3, padding = Padding.SAME, activation = RELU)
          Tensor inner(Tensor x);
          @Conv2D(filters = Block.OF_BLOCK, kernelSize = 1) Tensor shortcut(Tensor x);
          @Add                                         Tensor sum(Tensor inner, Tensor shortcut);
          @GlobalAveragePooling2D                      Tensor mean();
          @Dense(units = 3, activation = SOFTMAX)      Tensor shares();
        }
      }
      """;

  private static final String BLOCKS =
      """
      /** Blocks, repetitions and shared layers at every step. */
      @Network
      interface Glances {
        @Input(shape = {2, 4, 4, 1})                   Tensor frames();
        @Input(shape = {4, 4, 1})                      Tensor picture();
        @TimeDistributed @Glance(filters = 2)          Tensor kinds(Tensor frames);
        @TimeDistributed @Dense(units = 3, activation = TANH) @Repeat(2)
        Tensor deep(Tensor kinds);
        @Conv2D(filters = 2, kernelSize = 3, activityRegularizer = @Regularize(l2 = 0.1))
        Layer look();
        @Apply @TimeDistributed                        Tensor looks(Layer look, Tensor frames);
        @Apply                                         Tensor looked(Layer look, Tensor picture);
        @TimeDistributed @Add                          Tensor more(Tensor looks, Tensor looks2);
        @Flatten                                       Tensor all();
        @Flatten                                       Tensor one(Tensor looked);
        @Concatenate                                   Tensor both(Tensor all, Tensor one);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2)                              Tensor level();
        @Output(loss = CATEGORICAL_CROSSENTROPY)
        @TimeDistributed @Dense(units = 3, activation = SOFTMAX)
        Tensor kind(Tensor deep);
        @Output(loss = CATEGORICAL_CROSSENTROPY, weight = 0.5)
        @TimeDistributed @Glance(filters = 3)          Tensor same(Tensor frames);
      }
      """
          .replace("Tensor looks2", "Tensor copies")
          .replace(
              "  @TimeDistributed @Add ",
              "  @TimeDistributed @Formula(\"2 * looks\")        Tensor copies(Tensor looks);\n"
                  + "  @TimeDistributed @Add ");

  private static final String SENTENCES =
      """
      /** Sentences of words, some of which are missing. */
      @Network
      interface Sentences {
        @Input(shape = {3, 4, 2})                      Tensor words();
        @Formula("words > 0.7 ? words : 0")            Tensor padded();
        @Masking                                       Tensor sentences();
        @TimeDistributed @Masking                      Tensor known(Tensor padded);
        @TimeDistributed @LSTM(units = 3)              Tensor codes();
        @TimeDistributed @Bidirectional @GRU(units = 2) Tensor both(Tensor sentences);
        @GRU(units = 2, returnSequences = true)        Tensor states();
        @TimeDistributed @Dense(units = 2, activation = SOFTMAX)
        Tensor kinds();
        @GlobalAveragePooling1D                        Tensor mean();
        @TimeDistributed @GlobalAveragePooling1D       Tensor means(Tensor known);
        @Flatten                                       Tensor flat();
        @Flatten                                       Tensor coded(Tensor codes);
        @Concatenate                                   Tensor all(Tensor mean, Tensor flat, Tensor coded);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2)                              Tensor level();
        @Output(loss = CATEGORICAL_CROSSENTROPY)
        @Activation(LINEAR)                            Tensor kind(Tensor kinds);
      }
      """;

  private static final String READER =
      """
      /** What a sentence says. */
      @Block
      @interface Reader {
        /** How many numbers say it. */
        int units();

        /** What is applied. */
        interface Body {
          @Input                                       Tensor ids();
          @Embedding(inputDim = 5, outputDim = 3, maskZero = true) Tensor words();
          @Dense(units = 3, activation = TANH)         Tensor bent();
          @LSTM(units = Block.OF_BLOCK)                Tensor gist();
        }
      }
      """;

  private static final String LETTERS =
      """
      /** Letters of three sentences of four words. */
      @Network
      interface Letters {
        @Input(shape = {3, 4})                         Tensor ids();
        @TimeDistributed @Reader(units = 2)            Tensor sentences();
        @GRU(units = 3)                                Tensor letter();
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2)                              Tensor level();
      }
      """;

  private static final String SUMS =
      """
      /** Of each step. */
      @Network
      interface Sums {
        @Input(shape = {2, 4})                         Tensor x();
        @Output(loss = MEAN_SQUARED_ERROR)
        @TimeDistributed @Dense(units = 1, useBias = false)
        Tensor sum();
      }
      """;

  private static final String FILMS =
      """
      /** Ten pictures. */
      @Network
      interface Films {
        @Input(shape = {10, 128, 128, 3})              Tensor frames();
        @TimeDistributed @Conv2D(filters = 64, kernelSize = 3, activation = RELU)
        Tensor edges();
        @TimeDistributed @GlobalAveragePooling2D       Tensor means();
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 1)                              Tensor light();
      }
      """;

  /** Sentences of four words, of which there are so many. */
  private static String talks(String name, String sentences) {
    return """
        /** What is said. */
        @Network
        interface %s {
          @Input(shape = {%s, 4, 2})                     Tensor words();
          @Formula("words > 0.7 ? words : 0")            Tensor padded();
          @Masking                                       Tensor sentences();
          @TimeDistributed @Masking                      Tensor known(Tensor padded);
          @TimeDistributed @GRU(units = 3)               Tensor codes(Tensor known);
          @TimeDistributed @LayerNormalization           Tensor even(Tensor sentences);
          @TimeDistributed @Conv1D(filters = 2, kernelSize = 2) Tensor pairs();
          @TimeDistributed @Flatten                      Tensor flat();
          @LSTM(units = 2)                               Tensor gist();
          @Output(loss = MEAN_SQUARED_ERROR)
          @Dense(units = 2)                              Tensor level();
          @Output(loss = MEAN_SQUARED_ERROR)
          @Dense(units = 2)                              Tensor next(Tensor codes);
        }
        """
        .formatted(name, sentences);
  }

  private static final Compiled COMPILED =
      Compiled.of(
          Samples.file(GLANCE),
          Samples.file(BLOCKS),
          Samples.file(SENTENCES),
          Samples.file(READER),
          Samples.file(LETTERS),
          Samples.file(SUMS),
          Samples.file(FILMS),
          Samples.file(talks("Talks", "3")),
          Samples.file(talks("AnyTalks", "Input.ANY")));

  private static Network network(String declaration) {
    return COMPILED.network("samples." + declaration + "Network", 9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Glances", "Sentences", "Letters"})
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
  @ValueSource(strings = {"Glances", "Sentences", "Letters"})
  void hasGradientsThatAgreeWithCentralDifferences(String sample) {
    GradientCheck.checkNetwork(COMPILED.training("samples." + sample), 13);
  }

  /** Keras 3, {@code time_distributed_test.py}: {@code test_correctness}. */
  @Test
  void sumsAsKerasDoes() {
    Network network = network("Sums");
    network.parameter("sum.weight").set(new float[] {0.01f, 0.01f, 0.01f, 0.01f});
    float[] x = new float[24];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }

    assertThat((float[]) Compiled.call(network, "predict", x))
        .usingTolerance(1e-6)
        .containsExactly(0.06, 0.22, 0.38, 0.54, 0.7, 0.86)
        .inOrder();
  }

  /** Keras 3, {@code time_distributed_test.py}: {@code test_build}. */
  @Test
  void givesEachFrameTheShapeThatKerasGives() {
    assertThat(network("Films").signature().row("edges").shape())
        .isEqualTo(new int[] {10, 126, 126, 64});
    assertThat(network("Films").parameter("edges.weight").size()).isEqualTo(3 * 3 * 3 * 64);
  }

  @Test
  void makesOfEachStepWhatTheLayerMakesOfItAlone() {
    Network network = network("Glances");
    Random random = new Random(5);
    float[] frames = numbers(random, 2 * 16);
    float[][] inputs = {frames, numbers(random, 16)};

    float[] looks = network.prediction(1).value("looks", 1, inputs);

    for (int step = 0; step < 2; step++) {
      float[] picture = Arrays.copyOfRange(frames, step * 16, step * 16 + 16);
      float[] looked = network.prediction(1).value("looked", 1, new float[][] {frames, picture});
      assertThat(Arrays.copyOfRange(looks, step * 8, step * 8 + 8)).isEqualTo(looked);
    }
  }

  private static float[] numbers(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat();
    }
    return numbers;
  }

  /** Whether each batch decides how many steps there are makes no difference. */
  @Test
  void takesAnyNumberOfSteps() {
    Network any = network("AnyTalks");
    Network three = network("Talks");
    float[] x = numbers(new Random(7), 2 * 3 * 4 * 2);
    float[][] targets = {numbers(new Random(8), 4), numbers(new Random(9), 2 * 3 * 2)};
    for (Parameter parameter : any.parameters()) {
      three.parameter(parameter.name()).set(parameter.get());
    }

    float loss = step(any.training(2, 3), x, targets);
    float expected = step(three.training(2), x, targets);

    assertThat(loss).isEqualTo(expected);
    for (int i = 0; i < any.parameters().size(); i++) {
      Parameter parameter = any.parameters().get(i);
      assertWithMessage(parameter.name())
          .that(gradient(parameter))
          .isEqualTo(gradient(three.parameter(parameter.name())));
    }
  }

  private static float step(TrainingPass pass, float[] x, float[][] targets) {
    pass.put(2, new float[][] {x}, targets);
    pass.training(true);
    pass.share(2);
    pass.forward(2);
    float loss = pass.loss(2);
    pass.backward(2);
    return loss;
  }

  private static float[] gradient(Parameter parameter) {
    float[] gradient = new float[parameter.size()];
    parameter.gradient().get(0, gradient, 0, gradient.length);
    return gradient;
  }
}
