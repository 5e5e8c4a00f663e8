package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.buffer.Buffer;
import org.synapt.network.Network;
import org.synapt.network.TrainingPass;
import org.synapt.processor.gradient.GradientCheck;

/** Networks with attention. */
final class AttentionNetworksTest {
  private static final int BATCH = 3;

  private static final Compiled COMPILED =
      Compiled.of(
          Samples.file(AttentionSamples.ENCODER),
          Samples.file(AttentionSamples.TRANSFORMER),
          Samples.file(AttentionSamples.ATTENTIONS),
          Samples.file(AttentionSamples.ANY_LENGTH),
          ofLength(1),
          ofLength(4),
          ofLength(9),
          Samples.file(AttentionSamples.REVIEWS),
          reviewsOf(4),
          reviewsOf(6));

  private static String ofLength(int length) {
    return Samples.file(
        AnySamples.fixed(AttentionSamples.ANY_LENGTH, "AnyLength", "Length" + length, length, 1));
  }

  private static String reviewsOf(int length) {
    return Samples.file(
        AnySamples.fixed(AttentionSamples.REVIEWS, "Reviews", "Reviews" + length, length, 1));
  }

  private static Network network(String declaration) {
    return COMPILED.network("samples." + declaration + "Network", 9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Transformer", "Attentions", "Reviews4", "Reviews6"})
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
  @ValueSource(strings = {"Transformer", "Attentions", "Length4", "Reviews4", "Reviews6"})
  void hasGradientsThatAgreeWithCentralDifferences(String sample) {
    GradientCheck.checkNetwork(COMPILED.training("samples." + sample), 13);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 9})
  void isForAnyLengthWhatItIsForThatLength(int length) {
    Network any = network("AnyLength");
    Network fixed = network("Length" + length);
    float[][] steps = {draw(BATCH * length * 4)};
    float[][] next = {draw(BATCH * length * 2)};

    for (String row : any.signature().rowNames()) {
      assertWithMessage(row)
          .that(any.prediction(BATCH, length).value(row, BATCH, steps))
          .isEqualTo(fixed.prediction(BATCH).value(row, BATCH, steps));
    }
    assertThat(loss(any.training(BATCH, length), steps, next))
        .isEqualTo(loss(fixed.training(BATCH), steps, next));
    assertThat(read(any.gradients())).isEqualTo(read(fixed.gradients()));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 6})
  void hasPositionsForAnyLengthUpToTheLargest(int length) {
    Network any = network("Reviews");
    Network fixed = network("Reviews" + length);
    float[][] words = {new float[BATCH * length]};
    for (int i = 0; i < words[0].length; i++) {
      words[0][i] = i * 5 % 9;
    }
    float[][] liked = {{1, 0, 1}};

    // One whole sequence is padding, and part of another.
    Arrays.fill(words[0], length - 1, 2 * length, 0);

    assertThat(loss(any.training(BATCH, length), words, liked))
        .isEqualTo(loss(fixed.training(BATCH), words, liked));
    assertThat(read(any.gradients())).isEqualTo(read(fixed.gradients()));
  }

  @Test
  void refusesMoreStepsThanThereArePositions() {
    Network any = network("Reviews");
    float[][] words = {new float[BATCH * 7]};

    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> any.prediction(BATCH, 7).value("placed", BATCH, words));

    assertThat(refused)
        .hasMessageThat()
        .isEqualTo(
            "placed.positions has 6 rows, one for each step, but a batch came with 7 steps;"
                + " shorten its sequences, or state a larger sequenceLength");
  }

  private static float[] draw(int size) {
    Random random = new Random(size);
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }

  private static float loss(TrainingPass pass, float[][] inputs, float[][] targets) {
    pass.put(BATCH, inputs, targets);
    pass.training(true);
    pass.step(5);
    pass.share(BATCH);
    pass.forward(BATCH);
    float loss = pass.loss(BATCH);
    pass.backward(BATCH);
    return loss;
  }

  private static float[] read(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }
}
