package org.synapt.metric;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.metric.Measured.floats;
import static org.synapt.metric.Measured.oneHot;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published figures: Keras 3's tests {@code confusion_metrics_test.py} and {@code
 * f_score_metrics_test.py}, the examples in its documentation, and scikit-learn's user guide,
 * "Classification metrics".
 */
@Tag("T7")
final class ClassMetricTest {
  private static final String BINARY = "binary_crossentropy";
  private static final String CLASSES = "categorical_crossentropy";

  /** {@code y_pred} and {@code y_true} of FalsePositivesTest and its kin. */
  private static final String P = "0 0 1 1 0 | 1 1 1 1 1 | 0 1 0 1 0 | 1 1 1 1 1";

  private static final String T = "0 1 0 1 0 | 0 0 1 1 1 | 1 1 1 1 0 | 0 0 0 0 1";

  /** The same of their tests with thresholds. */
  private static final String P_BETWEEN =
      "0.9 0.2 0.8 0.1 | 0.2 0.9 0.7 0.6 | 0.1 0.2 0.4 0.3 | 0 1 0.7 0.3";

  private static final String T_BETWEEN = "0 1 1 0 | 1 0 0 0 | 0 0 0 0 | 1 1 1 1";

  @ParameterizedTest
  @CsvSource({"false_positives, 7", "false_negatives, 3", "true_negatives, 3", "true_positives, 7"})
  void countsAsKerassTestsDo(String name, double expected) {
    assertThat(Measured.of(Metric.of(name), BINARY, 5, P, T)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "false_positives, 0.15, 7", "false_positives, 0.5, 4", "false_positives, 0.85, 2",
    "false_negatives, 0.15, 1", "false_negatives, 0.5, 4", "false_negatives, 0.85, 6",
    "true_negatives, 0.15, 2", "true_negatives, 0.5, 5", "true_negatives, 0.85, 7",
    "true_positives, 0.15, 6", "true_positives, 0.5, 3", "true_positives, 0.85, 1",
  })
  void countsAtTheThresholdsOfKerassTests(String name, double threshold, double expected) {
    ClassMetric metric = ((ClassMetric) Metric.of(name)).atThreshold(threshold);

    assertThat(Measured.of(metric, BINARY, 4, P_BETWEEN, T_BETWEEN)).isEqualTo(expected);
  }

  /** PrecisionTest, RecallTest; the first two rows are the examples in the documentation. */
  @ParameterizedTest
  @CsvSource({
    "precision, 1 0 1 1, 0 1 1 1, 0.6666667",
    "recall, 1 0 1 1, 0 1 1 1, 0.6666667",
    "precision, 1 0 1 0, 0 1 1 0, 0.5",
    "recall, 1 0 1 0, 0 1 1 0, 0.5",
    "precision, 0 0 0 0, 0 0 0 0, 0",
    "recall, 0 0 0 0, 0 0 0 0, 0",
    "precision, 0 1 0 0, 0 1 0 1, 1",
    "recall, 0 1 0 0, 0 1 0 1, 0.5",
    "f1_score, 0 1 0 0, 0 1 0 1, 0.6666667",
  })
  void givesPrecisionAndRecallOfKeras(String name, String p, String t, double expected) {
    assertThat(Measured.of(Metric.of(name), BINARY, 1, p, t)).isWithin(1e-7).of(expected);
  }

  @Test
  void takesTheTopKOfARowAsKerassTestsDo() {
    String p = "0.2 0.1 0.5 0 0.2";
    String t = "0 1 1 0 0";

    assertThat(Measured.of(Metric.precision().topK(3), BINARY, 5, p, t))
        .isWithin(1e-12)
        .of(1.0 / 3);
    assertThat(Measured.of(Metric.recall().topK(3), BINARY, 5, p, t)).isEqualTo(0.5);
  }

  @Test
  void takesWhatIsBothAboveAThresholdAndAmongTheTopK() {
    String p = "0.2 0.8 0.6 0 0.2";

    assertThat(Measured.of(Metric.precision().atThreshold(0.7).topK(2), BINARY, 5, p, "0 1 1 0 1"))
        .isEqualTo(1.0);
    assertThat(Measured.of(Metric.recall().atThreshold(0.7).topK(2), BINARY, 5, p, "1 1 1 0 1"))
        .isEqualTo(0.25);
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "4, 0.5"})
  void takesTheFirstOfEqualsAsInKerassDocumentation(int k, double expected) {
    assertThat(Measured.of(Metric.precision().topK(k), BINARY, 4, "1 1 1 1", "0 0 1 1"))
        .isEqualTo(expected);
  }

  @Test
  void countsOneClassOnlyAsKerassTestsDo() {
    String p = "0.1 0.2 0.7 | 0.5 0.3 0.2 | 0.2 0.6 0.2 | 0.7 0.2 0.1 | 0.1 0.1 0.8";
    String t = "0 0 1 | 1 0 0 | 0 1 0 | 1 0 0 | 0 0 1";

    assertThat(Measured.of(Metric.precision().ofClass(1), CLASSES, 3, p, t)).isEqualTo(1.0);
    assertThat(Measured.of(Metric.recall().ofClass(1), CLASSES, 3, p, t)).isEqualTo(1.0);
    // Of class 0, the 0.5 is not above the threshold, but it is the largest of its row.
    assertThat(Measured.of(Metric.recall().ofClass(0), CLASSES, 3, p, t)).isEqualTo(0.5);
    assertThat(Measured.of(Metric.recall().topK(1).ofClass(0), CLASSES, 3, p, t)).isEqualTo(1.0);
  }

  /** FBetaScoreTest: test_fbeta_random_score, at a threshold of 0.66. */
  @ParameterizedTest
  @CsvSource({
    "MICRO, 0.5, 0.6666667", "MICRO, 1, 0.6666667", "MICRO, 2, 0.6666667",
    "MACRO, 0.5, 0.6825397", "MACRO, 1, 0.6555555", "MACRO, 2, 0.6548822",
    "WEIGHTED, 0.5, 0.6825397", "WEIGHTED, 1, 0.6555555", "WEIGHTED, 2, 0.6548822",
  })
  void givesTheFScoresOfKerassTestsAtAThreshold(Average average, double beta, double expected) {
    Metric metric = Metric.fBeta(beta).atThreshold(0.66).average(average);

    assertThat(
            Measured.of(
                metric, BINARY, 3, "0.7 0.7 0.7 | 1 0 0 | 0.9 0.8 0", "0 0 1 | 1 1 0 | 1 1 1"))
        .isWithin(1e-6)
        .of(expected);
  }

  /** FBetaScoreTest: test_fbeta_random_score_none, by the largest of a row. */
  @ParameterizedTest
  @CsvSource({
    "MICRO, 0.5, 0.833334", "MICRO, 1, 0.833334", "MICRO, 2, 0.833334",
    "MACRO, 0.5, 0.821549", "MACRO, 1, 0.822222", "MACRO, 2, 0.849206",
    "WEIGHTED, 0.5, 0.880471", "WEIGHTED, 1, 0.844445", "WEIGHTED, 2, 0.829365",
  })
  void givesTheFScoresOfKerassTestsByTheLargest(Average average, double beta, double expected) {
    Metric metric = Metric.fBeta(beta).average(average);

    assertThat(
            Measured.of(
                metric,
                CLASSES,
                3,
                "0.9 0.1 0 | 0.2 0.6 0.2 | 0 0 1 | 0.4 0.3 0.3 | 0 0.9 0.1 | 0 0 1",
                "1 0 0 | 0 1 0 | 0 0 1 | 1 0 0 | 1 0 0 | 0 0 1"))
        .isWithin(1e-6)
        .of(expected);
  }

  /** The examples in the documentation of F1Score and FBetaScore. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0.5", "1, 1, 0.8", "1, 2, 0.6666667",
    "2, 0, 0.3846154", "2, 1, 0.90909094", "2, 2, 0.8333334",
  })
  void givesTheFScoreOfEachClass(double beta, int ofClass, double expected) {
    Metric metric = Metric.fBeta(beta).atThreshold(0.5).ofClass(ofClass);

    assertThat(
            Measured.of(
                metric,
                BINARY,
                3,
                "0.2 0.6 0.7 | 0.2 0.6 0.6 | 0.6 0.8 0.0",
                "1 1 1 | 1 0 0 | 1 1 0"))
        .isWithin(1e-6)
        .of(expected);
  }

  /** scikit-learn: y_true = [0, 1, 2, 0, 1, 2], y_pred = [0, 2, 1, 0, 0, 1]. */
  @ParameterizedTest
  @CsvSource({
    "precision, 1, MACRO, 0.2222222", "recall, 1, MACRO, 0.3333333",
    "precision, 1, WEIGHTED, 0.2222222", "recall, 1, WEIGHTED, 0.3333333",
    "fbeta_score, 1, WEIGHTED, 0.2666667", "fbeta_score, 0.5, MACRO, 0.2380952",
    "fbeta_score, 1, MICRO, 0.3333333",
  })
  void averagesOverClassesAsScikitLearnDoes(
      String name, double beta, Average average, double expected) {
    ClassMetric metric = name.startsWith("f") ? Metric.fBeta(beta) : (ClassMetric) Metric.of(name);
    Comparison classNumbers = Comparison.of("sparse_categorical_crossentropy", 3);

    assertThat(
            Measured.of(
                metric.average(average),
                classNumbers,
                oneHot(3, 0, 2, 1, 0, 0, 1),
                new float[] {0, 1, 2, 0, 1, 2}))
        .isWithin(1e-7)
        .of(expected);
  }

  /** scikit-learn: {@code precision_score(…, labels=[0, 1, 2, 3], average='macro')}. */
  @Test
  void countsClassesThatTheDataDoNotHold() {
    assertThat(
            Measured.of(
                Metric.precision().average(Average.MACRO),
                Comparison.of(CLASSES, 4),
                oneHot(4, 0, 2, 1, 0, 0, 1),
                oneHot(4, 0, 1, 2, 0, 1, 2)))
        .isWithin(1e-12)
        .of(1.0 / 6);
  }

  @Test
  void holdsAThresholdAgainstTheProbabilityOfALogit() {
    // The sigmoids of −1, 0.9 and 1 are 0.27, 0.711 and 0.731.
    Metric metric = Metric.recall().atThreshold(0.72);

    assertThat(
            Measured.of(
                metric, Comparison.of(BINARY, 1).ofLogits(), floats("-1 0.9 1"), floats("1 1 1")))
        .isWithin(1e-12)
        .of(1.0 / 3);
  }

  @Test
  void holdsAThresholdAgainstTheSoftmaxOfLogits() {
    // The softmax of 0, 1 and 2 is 0.09, 0.245 and 0.665.
    Comparison logits = Comparison.of(CLASSES, 3).ofLogits();
    float[] z = floats("0 1 2");
    float[] t = floats("0 1 0");

    assertThat(Measured.of(Metric.recall().atThreshold(0.24), logits, z, t)).isEqualTo(1.0);
    assertThat(Measured.of(Metric.recall().atThreshold(0.25), logits, z, t)).isEqualTo(0.0);
  }

  @Test
  void holdsAPredictionInSinglePrecisionAgainstAThresholdInSinglePrecision() {
    assertThat(Measured.of(Metric.recall().atThreshold(0.4), BINARY, 1, "0.4", "1")).isEqualTo(0.0);
  }

  @Test
  void isSpecificWhereWhatIsNotThereIsNotFound() {
    assertThat(Measured.of(Metric.specificity(), BINARY, 5, P, T)).isWithin(1e-12).of(3.0 / 10);
  }

  @Test
  void refusesTargetsThatAreNeitherYesNorNo() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Measured.of(Metric.precision(), BINARY, 1, "0.5", "0.3"));
    Tally tally = Metric.precision().tally(Comparison.of(BINARY, 2));

    assertThat(thrown).hasMessageThat().isEqualTo("a target is 0.3, but precision takes 0 and 1");
    assertThat(tally.finding(floats("1 0.5"))).isEqualTo("is 0.5, but precision takes 0 and 1");
    assertThat(tally.finding(floats("1 0"))).isEmpty();
  }

  @Test
  void refusesTheTargetsOfAHinge() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Metric.recall().tally(Comparison.of("squared_hinge", 1)));

    assertThat(thrown).hasMessageThat().contains("those of squared_hinge are −1 and 1");
  }

  @Test
  void refusesAClassThatIsNotThere() {
    Comparison three = Comparison.of(CLASSES, 3);
    Comparison one = Comparison.of(BINARY, 1);

    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> Metric.recall().ofClass(3).tally(three)))
        .hasMessageThat()
        .isEqualTo("there is no class 3 for recall: the output has the classes 0 to 2");
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> Metric.recall().ofClass(1).tally(one)))
        .hasMessageThat()
        .contains("leave the class out, recall is that of class 1");
    assertThrows(IllegalArgumentException.class, () -> Metric.recall().ofClass(-1));
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    assertThrows(IllegalArgumentException.class, () -> Metric.precision().atThreshold(1.01));
    assertThrows(IllegalArgumentException.class, () -> Metric.precision().atThreshold(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Metric.precision().topK(0));
    assertThrows(IllegalArgumentException.class, () -> Metric.fBeta(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> Metric.precision().topK(4).tally(Comparison.of(CLASSES, 3)));
  }

  @Test
  void tellsItsSettings() {
    ClassMetric metric = Metric.precision().atThreshold(0.75).ofClass(1);

    assertThat(metric.toString()).isEqualTo("precision(MICRO, threshold=0.75, class=1)");
    assertThat(metric).isEqualTo(Metric.precision().ofClass(1).atThreshold(0.75));
    assertThat(metric).isNotEqualTo(Metric.recall().ofClass(1).atThreshold(0.75));
    assertThat(metric.hashCode())
        .isEqualTo(Metric.precision().ofClass(1).atThreshold(0.75).hashCode());
  }
}
