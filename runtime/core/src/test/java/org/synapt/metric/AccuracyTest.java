package org.synapt.metric;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.metric.Measured.floats;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published figures: Keras 3's {@code accuracy_metrics_test.py}, and the example of scikit-learn's
 * {@code top_k_accuracy_score}.
 */
@Tag("T10")
final class AccuracyTest {
  private static final String BINARY = "binary_crossentropy";
  private static final String CLASSES = "categorical_crossentropy";
  private static final String SPARSE = "sparse_categorical_crossentropy";

  @Test
  void givesTheBinaryAccuracyOfKerassTest() {
    assertThat(Measured.of(Metric.of("binary_accuracy"), BINARY, 1, "0.98 1 0 0.6", "1 1 0 0"))
        .isEqualTo(0.75);
  }

  @ParameterizedTest
  @CsvSource({"0.3, 1", "0.9, 0.75"})
  void givesTheBinaryAccuracyOfKerassTestAtAThreshold(double threshold, double expected) {
    assertThat(
            Measured.of(Metric.binaryAccuracy(threshold), BINARY, 1, "0.98 0.5 0.1 0.2", "1 1 0 0"))
        .isEqualTo(expected);
  }

  @Test
  void holdsLogitsAgainstTheLogitOfAThreshold() {
    // The logit of 0.9 is 2.197.
    assertThat(
            Measured.of(
                Metric.binaryAccuracy(0.9),
                Comparison.of(BINARY, 1).ofLogits(),
                floats("2.1 2.3"),
                floats("1 1")))
        .isEqualTo(0.5);
  }

  @Test
  void refusesAThresholdThatIsNoProbability() {
    assertThrows(IllegalArgumentException.class, () -> Metric.binaryAccuracy(-0.5));
    assertThrows(IllegalArgumentException.class, () -> Metric.binaryAccuracy(1.5));
  }

  @Test
  void givesTheCategoricalAccuracyOfKerassTests() {
    assertThat(
            Measured.of(
                Metric.of("categorical_accuracy"),
                CLASSES,
                3,
                "0.1 0.9 0.8 | 0.05 0.95 0",
                "0 0 1 | 0 1 0"))
        .isEqualTo(0.5);
    assertThat(
            Measured.of(
                Metric.of("sparse_categorical_accuracy"),
                SPARSE,
                3,
                "0.1 0.6 0.3 | 0.05 0.95 0",
                "2 1"))
        .isEqualTo(0.5);
  }

  @Test
  void givesTheTopKAccuracyOfKerassTests() {
    String p = "0.1 0.9 0.8 | 0.05 0.95 0";

    assertThat(Measured.of(Metric.topK(1), CLASSES, 3, p, "0 0 1 | 0 1 0")).isEqualTo(0.5);
    assertThat(Measured.of(Metric.topK(1), SPARSE, 3, p, "2 1")).isEqualTo(0.5);
    assertThat(Measured.of(Metric.topK(2), SPARSE, 3, p, "2 1")).isEqualTo(1.0);
  }

  /** {@code y_true = [0, 1, 2, 2], k=2}. */
  @Test
  void givesTheTopKAccuracyOfScikitLearnsExample() {
    assertThat(
            Measured.of(
                Metric.topK(2),
                SPARSE,
                3,
                "0.5 0.2 0.2 | 0.3 0.4 0.2 | 0.2 0.4 0.3 | 0.7 0.2 0.1",
                "0 1 2 2"))
        .isEqualTo(0.75);
  }

  /**
   * Classes that share the k-th place all count as among the first k: TensorFlow, {@code in_top_k}.
   */
  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void countsAllThatAreTiedWithTheKth(int label) {
    assertThat(Measured.of(Metric.topK(1), SPARSE, 3, "0.3 0.3 0.3", Integer.toString(label)))
        .isEqualTo(1.0);
  }

  @Test
  void takesFiveForKUnlessTold() {
    String p = "0.1 0.2 0.3 0.4 0.5 0.6";

    assertThat(Measured.of(Metric.of("top_k_categorical_accuracy"), SPARSE, 6, p, "1"))
        .isEqualTo(1.0);
    assertThat(Measured.of(Metric.of("sparse_top_k_categorical_accuracy"), SPARSE, 6, p, "0"))
        .isEqualTo(0.0);
  }

  @Test
  void refusesAKThatAllClassesAreAmong() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Metric.of("top_k_categorical_accuracy").tally(Comparison.of(CLASSES, 3)));

    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "top_k_categorical_accuracy with k = 5 is 1 whatever is predicted, for the output has"
                + " 3 columns; take Metric.topK with a smaller k");
    assertThrows(IllegalArgumentException.class, () -> Metric.topK(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> Metric.of("sparse_top_k_categorical_accuracy").tally(Comparison.of(CLASSES, 9)));
  }

  @Test
  void refusesAClassNumberThatIsNotThere() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Measured.of(Metric.accuracy(), SPARSE, 3, "1 0 0", "3"));

    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo("a target is 3.0, but acc over 3 classes takes whole numbers from 0 to 2");
  }
}
