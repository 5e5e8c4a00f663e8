package org.synapt.metric;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The loss values are those of the examples in Keras's own documentation of {@code losses}. */
final class MetricTest {

  @ParameterizedTest
  @CsvSource({
    "binary_crossentropy, 0.6 0.4 0.4 0.6, 0 1 0 0, 0.815",
    "huber, 0.6 0.4 0.4 0.6, 0 1 0 0, 0.155",
    "kullback_leibler_divergence, 0.6 0.4 0.4 0.6, 0 1 0 0, 0.458",
    "categorical_hinge, 0.6 0.4 0.4 0.6, 0 1 0 0, 1.4",
    "hinge, 0.6 0.4 0.4 0.6, -1 1 -1 -1, 1.3",
    "squared_hinge, 0.6 0.4 0.4 0.6, -1 1 -1 -1, 1.86",
    "mean_squared_error, 1 1 1 0, 0 1 0 0, 0.5",
    "mean_absolute_error, 1 1 1 0, 0 1 0 0, 0.5",
    "mean_absolute_percentage_error, 1 1 1 0, 2 1 2 3, 50",
    "mean_squared_logarithmic_error, 1 1 1 0, 0 1 0 0, 0.240",
    "poisson, 1 1 0 0, 0 1 0 0, 0.5",
    "log_cosh, 1 1 0 0, 0 1 0 0, 0.108",
    "cosine_proximity, 1 0 1 1, 0 1 1 1, -0.5",
  })
  void givesTheLossesOfKerassExamples(
      String name, String predictions, String targets, double expected) {
    Tally tally = Metric.of(name).tally(Comparison.of(name, 2));
    tally.add(2, floats(predictions), floats(targets));

    assertThat(tally.result()).isWithin(expected == 0.458 ? 6e-4 : 5.1e-4).of(expected);
  }

  @Test
  void givesTheCrossEntropiesOfKerassExamples() {
    float[] predictions = {.05f, .95f, 0, .1f, .8f, .1f};

    Tally dense =
        Metric.of("categorical_crossentropy").tally(Comparison.of("categorical_crossentropy", 3));
    dense.add(2, predictions, new float[] {0, 1, 0, 0, 0, 1});
    Tally sparse =
        Metric.of("sparse_categorical_crossentropy")
            .tally(Comparison.of("sparse_categorical_crossentropy", 3));
    sparse.add(2, predictions, new float[] {1, 2});

    assertThat(dense.result()).isWithin(5e-4).of(1.177);
    assertThat(sparse.result()).isWithin(1e-12).of(dense.result());
  }

  @Test
  void roundsHalfToEvenInBinaryAccuracy() {
    Tally tally = accuracy("binary_crossentropy", 1);
    tally.add(5, new float[] {.5f, .51f, .49f, 1, 1.6f}, new float[] {0, 1, 0, 1, 1});

    assertThat(tally.result()).isEqualTo(0.8);
  }

  @Test
  void countsEachNumberOfABinaryRow() {
    Tally tally = accuracy("binary_crossentropy", 4);
    tally.add(1, new float[] {.9f, .9f, .1f, .1f}, new float[] {1, 0, 0, 0});

    assertThat(tally.result()).isEqualTo(0.75);
  }

  @Test
  void comparesTheLargestInCategoricalAccuracy() {
    Tally tally = accuracy("categorical_crossentropy", 3);
    tally.add(2, new float[] {.1f, .7f, .2f, .5f, .3f, .2f}, new float[] {0, 1, 0, 0, 1, 0});

    assertThat(tally.result()).isEqualTo(0.5);
  }

  @Test
  void comparesTheLargestWithAClassNumberWhereSparse() {
    Tally tally = accuracy("sparse_categorical_crossentropy", 3);
    tally.add(2, new float[] {.1f, .7f, .2f, .5f, .3f, .2f}, new float[] {1, 2});

    assertThat(tally.result()).isEqualTo(0.5);
  }

  @Test
  void roundsSingleColumnsWhateverTheirLoss() {
    Tally tally = accuracy("mean_squared_error", 1);
    tally.add(2, new float[] {.9f, .2f}, new float[] {1, 1});

    assertThat(tally.result()).isEqualTo(0.5);
  }

  @Test
  void countsEveryPositionOfASequence() {
    Tally tally = accuracy("sparse_categorical_crossentropy", 2, 2);
    tally.add(1, new float[] {1, 0, 1, 0}, new float[] {0, 1});

    assertThat(tally.result()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64, 100})
  void doesNotDependOnHowExamplesAreCutIntoBatches(int size) {
    Random random = new Random(7);
    float[] predictions = new float[100 * 3];
    float[] targets = new float[100 * 3];
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] = random.nextFloat();
      targets[i] = random.nextFloat();
    }
    Tally whole = Metric.of("mse").tally(Comparison.of("mse", 3));
    whole.add(100, predictions, targets);
    Tally parts = Metric.of("mse").tally(Comparison.of("mse", 3));
    for (int from = 0; from < 100; from += size) {
      int to = Math.min(from + size, 100);
      parts.add(
          to - from,
          Arrays.copyOfRange(predictions, from * 3, to * 3),
          Arrays.copyOfRange(targets, from * 3, to * 3));
    }

    assertThat(parts.result()).isEqualTo(whole.result());
  }

  @Test
  void beginsAnewWhenReset() {
    Tally tally = accuracy("binary_crossentropy", 1);
    tally.add(1, new float[] {0}, new float[] {1});
    tally.reset();
    tally.add(1, new float[] {1}, new float[] {1});

    assertThat(tally.result()).isEqualTo(1.0);
  }

  @Test
  @Tag("T10")
  void isNamedAsItWasAskedFor() {
    assertThat(Metric.of("mae").name()).isEqualTo("mae");
    assertThat(Metric.of("AUC").name()).isEqualTo("AUC");
    assertThat(Metric.of("precision").name()).isEqualTo("precision");
    assertThat(Metric.of("accuracy").name()).isEqualTo("acc");
    assertThat(Metric.of("mae")).isEqualTo(Metric.of("mae"));
    assertThat(Metric.of("mae").toString()).isEqualTo("mae");
  }

  @ParameterizedTest
  @CsvSource({
    "accurracy, accuracy",
    "precison, precision",
    "MeanSquaredError, mean_squared_error",
    "F1Score, f1_score",
    "top_k_catgorical_accuracy, top_k_categorical_accuracy",
  })
  void guessesTheNameThatWasMeant(String name, String meant) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Metric.of(name));

    assertThat(thrown)
        .hasMessageThat()
        .startsWith(
            "there is no metric " + name + " (did you mean " + meant + "?); there are [acc");
  }

  @Test
  void guessesNothingWhereNothingIsNear() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Metric.of("happiness"));

    assertThat(thrown).hasMessageThat().startsWith("there is no metric happiness; there are [acc");
  }

  @Test
  void refusesClassNumbersWhereNumbersAreCompared() {
    Comparison sparse = Comparison.of("sparse_categorical_crossentropy", 10);

    assertThrows(IllegalArgumentException.class, () -> Metric.of("mse").tally(sparse));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Metric.of("sparse_categorical_accuracy").tally(Comparison.of("mean_squared_error", 2)));
  }

  private static Tally accuracy(String loss, int... shape) {
    return Metric.accuracy().tally(Comparison.of(loss, shape));
  }

  private static float[] floats(String text) {
    String[] words = text.trim().split(" ", -1);
    float[] floats = new float[words.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Float.parseFloat(words[i]);
    }
    return floats;
  }

  @ParameterizedTest
  @CsvSource({
    "binary_crossentropy, -2 0.5 3, 0 1 0",
    "categorical_crossentropy, -2 0.5 3, 0 1 0",
    "sparse_categorical_crossentropy, -2 0.5 3, 1",
  })
  void takesCrossEntropiesOfLogitsForThoseOfTheirProbabilities(
      String name, String logits, String targets) {
    float[] z = floats(logits);
    float[] probabilities = new float[z.length];
    double total = 0;
    for (float logit : z) {
      total += Math.exp(logit);
    }
    for (int j = 0; j < z.length; j++) {
      boolean binary = name.startsWith("binary");
      probabilities[j] = (float) (binary ? 1 / (1 + Math.exp(-z[j])) : Math.exp(z[j]) / total);
    }
    Tally ofProbabilities = Metric.of(name).tally(Comparison.of(name, 3));
    ofProbabilities.add(1, probabilities, floats(targets));
    Tally ofLogits = Metric.of(name).tally(Comparison.of(name, 3).ofLogits());
    ofLogits.add(1, z, floats(targets));

    assertThat(ofLogits.result()).isWithin(1e-6).of(ofProbabilities.result());
  }

  @ParameterizedTest
  @CsvSource({
    "binary_crossentropy, 2000 -2000, 1 0, 0",
    "binary_crossentropy, 2000 -2000, 0 1, 2000",
    "categorical_crossentropy, 2000 -2000, 0 1, 4000",
    "sparse_categorical_crossentropy, 2000 -2000, 1, 4000",
  })
  void takesCrossEntropiesOfLogitsHoweverLarge(
      String name, String logits, String targets, double expected) {
    Tally tally = Metric.of(name).tally(Comparison.of(name, 2).ofLogits());
    tally.add(1, floats(logits), floats(targets));

    assertThat(tally.result()).isWithin(1e-9).of(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acc", "binary_accuracy"})
  void logitsAreRightOnTheirSideOfZero(String name) {
    Tally tally = Metric.of(name).tally(Comparison.of("binary_crossentropy", 1).ofLogits());

    tally.add(4, new float[] {0.2f, -0.2f, 3, -3}, new float[] {1, 0, 0, 0});

    assertThat(tally.result()).isWithin(1e-9).of(0.75);
  }
}
