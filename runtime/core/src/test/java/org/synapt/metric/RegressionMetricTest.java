package org.synapt.metric;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published figures: Keras 3's {@code regression_metrics_test.py}, {@code
 * correlation_metrics_test.py} and {@code losses_test.py}, and the examples in the documentation of
 * Keras and of scikit-learn's {@code r2_score}.
 */
@Tag("T7")
final class RegressionMetricTest {
  private static final String LOSS = "mean_squared_error";

  /** {@code y_pred} and {@code y_true} of Keras's regression metrics. */
  private static final String P = "0 0 1 1 0 | 1 1 1 1 1 | 0 1 0 1 0 | 1 1 1 1 1";

  private static final String T = "0 1 0 1 0 | 0 0 1 1 1 | 1 1 1 1 0 | 0 0 0 0 1";

  /** The same of Keras's losses. */
  private static final String P_LOSS = "4 8 12 | 8 1 3";

  private static final String T_LOSS = "1 9 2 | -5 -2 6";

  @ParameterizedTest
  @Tag("C3")
  @Tag("C4")
  @Tag("C5")
  @CsvSource({
    "mean_squared_error, 0.5",
    "mean_absolute_error, 0.5",
    "mean_absolute_percentage_error, 35e7",
    "mean_squared_logarithmic_error, 0.24022",
  })
  void givesTheFiguresOfKerassMetrics(String name, double expected) {
    assertThat(Measured.of(Metric.of(name), LOSS, 5, P, T))
        .isWithin(1e-5 + 1e-7 * expected)
        .of(expected);
  }

  @ParameterizedTest
  @Tag("C3")
  @Tag("C4")
  @Tag("C5")
  @CsvSource({
    "mse, 49.5",
    "mae, 5.5",
    "mape, 211.8518",
    "msle, 1.4370",
  })
  void givesTheFiguresOfKerassLosses(String name, double expected) {
    assertThat(Measured.of(Metric.of(name), LOSS, 3, P_LOSS, T_LOSS)).isWithin(5e-4).of(expected);
  }

  @Test
  void takesTheRootOfTheMeanOverAll() {
    assertThat(Measured.of(Metric.of("rmse"), LOSS, 1, "1 3 2", "2 4 6"))
        .isWithin(1e-12)
        .of(Math.sqrt(6));
    // The example of RootMeanSquaredError.
    assertThat(Measured.of(Metric.of("root_mean_squared_error"), LOSS, 2, "1 1 | 0 0", "0 1 | 0 0"))
        .isEqualTo(0.5);
  }

  @Test
  void givesTheLogCoshOfKerassTest() {
    double expected = 0;
    for (double off : new double[] {3, 1, 10, 13, 3, 3}) {
      expected += Math.log((Math.exp(off) + Math.exp(-off)) / 2) / 6;
    }

    assertThat(Measured.of(Metric.of("log_cosh"), LOSS, 3, P_LOSS, T_LOSS))
        .isWithin(1e-9)
        .of(expected);
  }

  @Test
  void isTheCosineAndNotItsNegative() {
    // The example of CosineSimilarity, 0.49999997 in single precision.
    assertThat(Measured.of(Metric.of("cosine_similarity"), LOSS, 2, "1 0 | 1 1", "0 1 | 1 1"))
        .isWithin(1e-7)
        .of(0.49999997);
    assertThat(Measured.of(Metric.of("cosine_proximity"), LOSS, 2, "1 0 | 1 1", "0 1 | 1 1"))
        .isWithin(1e-7)
        .of(-0.49999997);
  }

  /** The example of PearsonCorrelation, 1 and 0.99339927, and its test's degenerate row. */
  @Test
  void correlatesRows() {
    Metric metric = Metric.of("pearson_correlation");

    assertThat(Measured.of(metric, LOSS, 3, "0.1 0.9 0.5 | 1 0.9 0.2", "0 1 0.5 | 1 1 0.2"))
        .isWithin(1e-6)
        .of(0.9966996338993913);
    assertThat(Measured.of(metric, LOSS, 3, "0.2 0.8 0 | 0.3 0.3 0.9", "1 1 0.1 | 0.1 0.7 0"))
        .isWithin(1e-6)
        .of((0.69337525 - 0.60999428) / 2);
    assertThat(Measured.of(metric, LOSS, 3, "0.1 0.5 0.9", "2 2 2")).isEqualTo(0.0);
  }

  @ParameterizedTest
  @CsvSource({
    "2 4 4, 1 4 3, 0.57142854",
    "2.5 0 2 8, 3 -0.5 2 7, 0.948608",
    "1 2 3, 1 2 3, 1",
    "2 2 2, 1 2 3, 0",
    "3 2 1, 1 2 3, -3",
  })
  void givesTheR2ScoresOfKerasAndScikitLearn(String p, String t, double expected) {
    assertThat(Measured.of(Metric.r2Score(), LOSS, 1, p, t)).isWithin(1e-6).of(expected);
  }

  /** R2ScoreTest: test_r2_sklearn_comparison. */
  @Test
  void averagesR2ScoresAsKerassTestDoes() {
    String p = "0.4 0.5 0.6 | 0.1 0.2 0.3 | 0.5 0.8 0.2";
    String t = "0 0 1 | 0 1 0 | 1 0 0";

    assertThat(Measured.of(Metric.r2Score(), LOSS, 3, p, t)).isWithin(1e-6).of(-0.12);
    assertThat(Measured.of(Metric.r2Score().varianceWeighted(), LOSS, 3, p, t))
        .isWithin(1e-6)
        .of(-0.12);
    assertThat(Measured.of(Metric.r2Score(), LOSS, 1, "0.4 0.1 0.5", "0 0 1"))
        .isWithin(1e-6)
        .of(0.37);
  }

  /** scikit-learn: y_true = [[0.5, 1], [-1, 1], [7, -6]], y_pred = [[0, 2], [-1, 2], [8, -5]]. */
  @Test
  void averagesR2ScoresAsScikitLearnDoes() {
    String p = "0 2 | -1 2 | 8 -5";
    String t = "0.5 1 | -1 1 | 7 -6";

    assertThat(Measured.of(Metric.r2Score(), LOSS, 2, p, t)).isWithin(1e-3).of(0.9368);
    assertThat(Measured.of(Metric.r2Score().varianceWeighted(), LOSS, 2, p, t))
        .isWithin(1e-3)
        .of(0.9382);
  }

  @Test
  void adjustsForTheNumberOfRegressors() {
    // 1 − (1 − 0.9486081370449679) · 3 / 2
    assertThat(Measured.of(Metric.r2Score().adjustedFor(1), LOSS, 1, "2.5 0 2 8", "3 -0.5 2 7"))
        .isWithin(1e-12)
        .of(1 - (1 - 0.9486081370449679) * 3 / 2);
    assertThat(Measured.of(Metric.r2Score().adjustedFor(3), LOSS, 1, "2.5 0 2 8", "3 -0.5 2 7"))
        .isNaN();
    assertThrows(IllegalArgumentException.class, () -> Metric.r2Score().adjustedFor(-1));
  }

  @Test
  void saysWhatAConstantTargetScores() {
    assertThat(Measured.of(Metric.r2Score(), LOSS, 1, "2 2", "2 2")).isEqualTo(1.0);
    assertThat(Measured.of(Metric.r2Score(), LOSS, 1, "2 3", "2 2")).isEqualTo(0.0);
    assertThat(Measured.of(Metric.r2Score().varianceWeighted(), LOSS, 1, "2 3", "2 2"))
        .isEqualTo(0.0);
    assertThat(Measured.of(Metric.r2Score(), LOSS, 1, "2", "2")).isNaN();
  }

  @Test
  void tellsItsSettings() {
    assertThat(Metric.r2Score().varianceWeighted().toString())
        .isEqualTo("r2_score(varianceWeighted=true, regressors=0)");
    assertThat(Metric.r2Score().adjustedFor(2)).isEqualTo(Metric.r2Score().adjustedFor(2));
    assertThat(Metric.r2Score().hashCode()).isEqualTo(Metric.r2Score().hashCode());
    assertThrows(
        IllegalArgumentException.class,
        () -> Metric.r2Score().tally(Comparison.of("sparse_categorical_crossentropy", 3)));
  }

  /** HuberTest's data are errors of 0.6 and 0.4 alone; here δ lies between them and above. */
  @ParameterizedTest
  @CsvSource({"1, 0.155", "0.5, 0.15125"})
  void bendsTheHuberLossAtDelta(double delta, double expected) {
    assertThat(Measured.of(Metric.huber(delta), LOSS, 2, "0.6 0.4 | 0.4 0.6", "0 1 | 0 0"))
        .isWithin(1e-6)
        .of(expected);
  }

  @Test
  void tellsHuberLossesOfDifferentDeltaApart() {
    assertThat(Metric.huber(2)).isEqualTo(Metric.huber(2));
    assertThat(Metric.huber(2)).isNotEqualTo(Metric.huber(1));
    assertThat(Metric.huber(2).toString()).isEqualTo("huber(delta=2.0)");
    assertThrows(IllegalArgumentException.class, () -> Metric.huber(0));
  }
}
