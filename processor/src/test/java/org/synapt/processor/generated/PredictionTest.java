package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.synapt.backend.Backends;
import org.synapt.network.Network;
import org.synapt.network.Parameter;

/** What a generated class offers, called as users call it. */
final class PredictionTest {
  private static final String TWO =
      """
      /** Two outputs. */
      @Network
      interface Two {
        @Input(shape = 3)                              Tensor x();
        @Output(loss = MEAN_SQUARED_ERROR, weight = 2)
        @Dense(units = 2)                              Tensor level();
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 4, activation = TANH)           Tensor slope(Tensor x);
      }
      """;

  private static final Compiled COMPILED =
      Compiled.of(
          Samples.file(Samples.CHAIN),
          Samples.file(Samples.HOUSE_PRICE),
          Samples.file(Samples.SAME_SIGNER),
          Samples.file(Samples.RESIDUAL),
          Samples.file(Samples.TOWER),
          Samples.file(TWO));

  private final Random random = new Random(6);

  private static Network network(String declaration) {
    return COMPILED.network("samples." + declaration + "Network", 9);
  }

  private float[] draw(int size) {
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }

  @Test
  void aBatchIsPredictedAsItsExamplesAre() {
    Network network = network("Chain");
    float[] pixels = draw(4 * 5);

    float[] all = (float[]) Compiled.call(network, "predict", pixels);

    assertThat(all).hasLength(4 * 3);
    for (int i = 0; i < 4; i++) {
      float[] one = Arrays.copyOfRange(pixels, 5 * i, 5 * i + 5);
      assertThat((float[]) Compiled.call(network, "predict", one))
          .usingExactEquality()
          .containsExactly(Arrays.copyOfRange(all, 3 * i, 3 * i + 3))
          .inOrder();
    }
  }

  @Test
  void moreExamplesThanOnePassTakesArePredictedInTurns() {
    Network network = network("Chain");
    float[] pixels = draw(600 * 5);

    float[] all = (float[]) Compiled.call(network, "predict", pixels);

    float[] last = Arrays.copyOfRange(pixels, 599 * 5, 600 * 5);
    assertThat((float[]) Compiled.call(network, "predict", last))
        .usingExactEquality()
        .containsExactly(Arrays.copyOfRange(all, 599 * 3, 600 * 3))
        .inOrder();
  }

  @Test
  void predictsWithinLargerArrays() {
    Network network = network("Chain");
    float[] pixels = draw(7 + 2 * 5);
    float[] digits = new float[4 + 2 * 3 + 1];

    Compiled.call(network, "predict", 2, pixels, 7, digits, 4);

    float[] expected =
        (float[]) Compiled.call(network, "predict", Arrays.copyOfRange(pixels, 7, pixels.length));
    assertThat(Arrays.copyOfRange(digits, 4, 10))
        .usingExactEquality()
        .containsExactly(expected)
        .inOrder();
    assertThat(digits[3]).isEqualTo(0f);
    assertThat(digits[10]).isEqualTo(0f);
  }

  @Test
  void takesSeveralInputsByTheirNames() throws ReflectiveOperationException {
    Network network = network("HousePrice");
    float[] measures = draw(2 * 5);
    float[] words = draw(2 * 7);

    assertThat((float[]) Compiled.call(network, "predict", measures, words)).hasLength(2);
    var predict = network.getClass().getMethod("predict", float[].class, float[].class);
    InvocationTargetException refused =
        assertThrows(
            InvocationTargetException.class, () -> predict.invoke(network, measures, draw(7)));
    assertThat(refused).hasCauseThat().isInstanceOf(IllegalArgumentException.class);
    assertThat(refused).hasCauseThat().hasMessageThat().contains("words holds 1 examples");
  }

  @Test
  void givesSeveralOutputsByTheirNames() {
    Network network = network("Two");

    Object outputs = Compiled.call(network, "predict", draw(2 * 3));

    assertThat((float[]) Compiled.call(outputs, "level")).hasLength(2 * 2);
    assertThat((float[]) Compiled.call(outputs, "slope")).hasLength(2 * 4);
  }

  @Test
  void tellsTheValueOfEveryRow() {
    Network network = network("Tower");
    float[] signal = draw(2 * 4);

    for (String row : network.signature().rowNames()) {
      float[] value = (float[]) Compiled.call(network, "value", row, signal);
      assertWithMessage(row).that(value.length % 2).isEqualTo(0);
    }
    assertThat((float[]) Compiled.call(network, "value", "signal", signal))
        .usingExactEquality()
        .containsExactly(signal)
        .inOrder();
    assertThat((float[]) Compiled.call(network, "value", "level", signal))
        .usingExactEquality()
        .containsExactly((float[]) Compiled.call(network, "predict", signal))
        .inOrder();
    assertThat((float[]) Compiled.call(network, "value", "trunk", signal))
        .usingExactEquality()
        .containsExactly((float[]) Compiled.call(network, "value", "trunk[2].sum", signal))
        .inOrder();
  }

  @Test
  void theGradientOfAnInputAgreesWithDifferencesOfTheLoss() {
    Network network = network("HousePrice");
    float[] measures = draw(3 * 5);
    float[] words = draw(3 * 7);
    float[] price = draw(3);

    float[] gradient = (float[]) Compiled.call(network, "wordsGradient", measures, words, price);

    float h = 1e-3f;
    for (int i = 0; i < words.length; i++) {
      float[] more = words.clone();
      float[] less = words.clone();
      more[i] += h;
      less[i] -= h;
      double difference =
          (loss(network, measures, more, price) - loss(network, measures, less, price)) / (2 * h);
      assertWithMessage("words[%s]", i).that((double) gradient[i]).isWithin(2e-3).of(difference);
    }
  }

  private static double loss(Network network, float[] measures, float[] words, float[] price) {
    float[] predicted = (float[]) Compiled.call(network, "predict", measures, words);
    double loss = 0;
    for (int i = 0; i < price.length; i++) {
      loss += Math.pow(predicted[i] - price[i], 2) / price.length;
    }
    return loss;
  }

  @Test
  void sharedLayersHaveOneSetOfParameters() {
    Network network = network("SameSigner");

    assertThat(network.parameters().stream().map(Parameter::name).toList())
        .containsExactly("encoder.weight", "same.weight", "encoder.bias", "same.bias")
        .inOrder();
    float[] left = draw(6);
    assertThat((float[]) Compiled.call(network, "value", "leftCode", left, left))
        .usingExactEquality()
        .containsExactly((float[]) Compiled.call(network, "value", "rightCode", left, left))
        .inOrder();
  }

  @Test
  void repeatedBlocksHaveParametersOfTheirOwn() {
    assertThat(
            network("Tower").parameters().stream()
                .map(Parameter::name)
                .filter(name -> name.endsWith("inner.weight"))
                .toList())
        .containsExactly("trunk[0].inner.weight", "trunk[1].inner.weight", "trunk[2].inner.weight")
        .inOrder();
  }

  @Test
  void dropsOutWhileTrainingOnly() {
    Network network = network("Tower");
    var pass = network.training(2);
    float[] signal = draw(8);
    pass.inputs().get(0).put(0, signal, 0, 8);
    float[] predicted = (float[]) Compiled.call(network, "predict", signal);

    assertThat(outputs(pass, false, 1)).usingExactEquality().containsExactly(predicted).inOrder();
    assertThat(outputs(pass, true, 1)).isNotEqualTo(predicted);
    assertThat(outputs(pass, true, 1)).isEqualTo(outputs(pass, true, 1));
    assertThat(outputs(pass, true, 1)).isNotEqualTo(outputs(pass, true, 2));
  }

  private static float[] outputs(org.synapt.network.TrainingPass pass, boolean on, int step) {
    pass.training(on);
    pass.step(step);
    pass.forward(2);
    float[] level = new float[4];
    pass.outputs().get(0).get(0, level, 0, 4);
    return level;
  }

  @Test
  void theSameSeedGivesTheSameBytesWithAnyNumberOfThreads() {
    float[] first = parameters(COMPILED.network("samples.TowerNetwork", 5));
    float[] second =
        parameters(
            COMPILED.network(
                "samples.TowerNetwork",
                5,
                Backends.open("java", java.util.Map.of("threads", "2"))));

    assertThat(first).isEqualTo(second);
    assertThat(first).isNotEqualTo(parameters(COMPILED.network("samples.TowerNetwork", 6)));
  }

  private static float[] parameters(Network network) {
    float[] values = new float[network.values().length()];
    network.values().get(0, values, 0, values.length);
    return values;
  }

  @Test
  void knowsItsSize() throws ReflectiveOperationException {
    Class<?> type = network("Chain").getClass();

    assertThat(type.getField("PARAMETERS").get(null)).isEqualTo(5 * 4 + 4 + 4 * 6 + 6 + 6 * 3 + 3);
    assertThat((long) type.getField("FLOPS").get(null)).isAtLeast(2L * (20 + 24 + 18));
    assertThat((long) type.getField("PREDICTION_BYTES").get(null)).isEqualTo(4L * (5 + 4 + 6));
    assertThat((long) type.getField("TRAINING_BYTES").get(null)).isGreaterThan(4L * (5 + 4 + 6));
  }
}
