package org.synapt.metric;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.metric.Measured.floats;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Published figures: Keras 3's {@code confusion_metrics_test.py}, classes AUCTest and MultiAUCTest,
 * and the examples of scikit-learn's {@code roc_auc_score} and {@code average_precision_score}.
 */
@Tag("T7")
final class AucTest {
  private static final String BINARY = "binary_crossentropy";
  private static final Comparison ONE = Comparison.of(BINARY, 1);
  private static final Comparison TWO = Comparison.of(BINARY, 2);

  /** scikit-learn's y_scores, with y_true = [0, 0, 1, 1]. */
  private static final float[] SCORES = floats("0.1 0.4 0.35 0.8");

  private static final float[] RIGHT = floats("0 0 1 1");

  /** Keras's y_pred and y_true_good of MultiAUCTest. */
  private static final float[] PAIRS = floats("0 0.1 | 0.5 0.2 | 0.3 0.3 | 0.9 0.4");

  private static final float[] GOOD = floats("0 0 | 0 0 | 1 1 | 1 1");
  private static final float[] BAD = floats("0 1 | 0 1 | 1 0 | 1 0");

  @Test
  void givesTheAreasOfScikitLearnsExamples() {
    assertThat(Measured.of(Metric.auc(), ONE, SCORES, RIGHT)).isEqualTo(0.75);
    assertThat(Measured.of(Metric.auc().averagePrecision(), ONE, SCORES, RIGHT))
        .isWithin(1e-12)
        .of(0.5 + 0.5 * 2 / 3);
  }

  @Test
  void givesTheAreaOfKerassTestBetweenThreeThresholds() {
    float[] p = floats("0 0.5 0.3 0.9");

    assertThat(Measured.of(Metric.auc().numThresholds(3), ONE, p, RIGHT)).isEqualTo(0.75);
    assertThat(Measured.of(Metric.auc().numThresholds(200), ONE, RIGHT, RIGHT)).isEqualTo(1.0);
  }

  /**
   * The counts of test_weighted_pr_interpolation, tp [7, 4, 0] and fp [3, 0, 0], whose area Keras
   * gives as 2.416 / 7 + 4 / 7, made of as many examples instead of weights.
   */
  @Test
  void interpolatesPrecisionAsKerassTestDoes() {
    float[] p = floats("0 0.5 0.5 | 0.3 0.3 0.3 | 0.9 0.9 0.9 0.9");
    float[] t = floats("0 0 0 | 1 1 1 | 1 1 1 1");

    assertThat(Measured.of(Metric.auc().pr().numThresholds(3), ONE, p, t))
        .isWithin(1e-3)
        .of(2.416 / 7 + 4.0 / 7);
  }

  @Test
  void takesAllColumnsTogetherAsKerassTestDoes() {
    assertThat(Measured.of(Metric.auc().numThresholds(5), TWO, PAIRS, GOOD))
        .isWithin(1e-12)
        .of(1 - 3.0 / 32);
  }

  @Test
  void takesTheMeanOfColumnsAsKerassMultiLabelTestDoes() {
    Auc macro = Metric.auc().numThresholds(5).average(Average.MACRO);

    assertThat(Measured.of(macro, TWO, PAIRS, GOOD)).isWithin(1e-12).of((0.875 + 1) / 2);
  }

  /** Keras's figures are rounded, and compared within 0.1; the second counts both data sets. */
  @Test
  void takesTheMeanOfAreasUnderPrecisionAsKerassMultiLabelTestDoes() {
    Tally tally = Metric.auc().pr().numThresholds(5).average(Average.MACRO).tally(TWO);

    tally.add(4, PAIRS, GOOD);
    assertThat(tally.result()).isWithin(0.1).of((0.91667 + 1) / 2);
    tally.add(4, PAIRS, BAD);
    assertThat(tally.result()).isWithin(0.1).of((0.91667 + 0.5) / 2);
  }

  @Test
  void takesOneColumnAlone() {
    assertThat(Measured.of(Metric.auc().ofClass(0), TWO, PAIRS, GOOD)).isEqualTo(0.75);
    assertThat(Measured.of(Metric.auc().ofClass(1), TWO, PAIRS, GOOD)).isEqualTo(1.0);
    assertThat(Measured.of(Metric.auc().average(Average.MACRO), TWO, PAIRS, GOOD)).isEqualTo(0.875);
  }

  @Test
  void weighsColumnsByHowOftenTheyAreRight() {
    float[] p = floats("0.1 0.9 | 0.4 0.5 | 0.35 0.2 | 0.8 0.1");
    float[] t = floats("0 0 | 0 0 | 1 0 | 1 1");

    assertThat(Measured.of(Metric.auc().average(Average.WEIGHTED), TWO, p, t))
        .isWithin(1e-12)
        .of((2 * 0.75 + 1 * 0.0) / 3);
  }

  /** The areas are those of all pairs, and of a walk over all thresholds. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isTheShareOfPairsInTheRightOrder(long seed) {
    Random random = new Random(seed);
    float[] p = new float[200];
    float[] t = new float[200];
    for (int i = 0; i < p.length; i++) {
      // A few values only, so that many are tied.
      p[i] = (random.nextInt(12) + 0.5f) / 12;
      t[i] = random.nextFloat() < p[i] ? 1 : 0;
    }

    assertThat(Measured.of(Metric.auc(), ONE, p, t)).isWithin(1e-12).of(pairs(p, t));
    assertThat(Measured.of(Metric.auc().numThresholds(13), ONE, p, t))
        .isWithin(1e-6)
        .of(pairs(p, t));
    assertThat(Measured.of(Metric.auc().averagePrecision(), ONE, p, t))
        .isWithin(1e-12)
        .of(averagePrecision(p, t));
  }

  private static double pairs(float[] p, float[] t) {
    double inOrder = 0;
    long pairs = 0;
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < p.length; j++) {
        if (t[i] == 1 && t[j] == 0) {
          inOrder += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return inOrder / pairs;
  }

  private static double averagePrecision(float[] p, float[] t) {
    double area = 0;
    double recall = 0;
    for (int step = 11; step >= 0; step--) {
      double tp = 0;
      double found = 0;
      double right = 0;
      for (int i = 0; i < p.length; i++) {
        boolean above = p[i] >= step / 12f;
        found += above ? 1 : 0;
        tp += above && t[i] == 1 ? 1 : 0;
        right += t[i];
      }
      if (found > 0) {
        area += (tp / right - recall) * (tp / found);
        recall = tp / right;
      }
    }
    return area;
  }

  /** The more thresholds, the nearer: 200 are within a percent. */
  @ParameterizedTest
  @CsvSource({"ROC, 200, 1e-2", "ROC, 20000, 1e-4", "PR, 200, 1e-2", "PR, 20000, 1e-4"})
  void isWhatThresholdsTendTo(String curve, int thresholds, double near) {
    Random random = new Random(7);
    float[] p = new float[500];
    float[] t = new float[500];
    for (int i = 0; i < p.length; i++) {
      t[i] = random.nextInt(2);
      p[i] = (float) (1 / (1 + Math.exp(-random.nextGaussian() - 2 * t[i] + 1)));
    }
    Auc exact = curve.equals("PR") ? Metric.auc().pr() : Metric.auc();

    assertThat(Measured.of(exact.numThresholds(thresholds), ONE, p, t))
        .isWithin(near)
        .of(Measured.of(exact, ONE, p, t));
  }

  @Test
  void ordersLogitsThatRoundToOneProbability() {
    Comparison logits = ONE.ofLogits();

    assertThat(Measured.of(Metric.auc(), logits, floats("40 50"), floats("0 1"))).isEqualTo(1.0);
    assertThat(Measured.of(Metric.auc().numThresholds(200), logits, floats("-2 2"), floats("0 1")))
        .isEqualTo(1.0);
  }

  @Test
  void ordersTheSoftmaxOfLogits() {
    // The shares are 0.73, 0.27 and 0.12, 0.88; by the bare logits 9 would come first.
    Comparison logits = Comparison.of("sparse_categorical_crossentropy", 2).ofLogits();
    float[] z = floats("10 9 | 0 2");

    assertThat(Measured.of(Metric.auc().ofClass(1), logits, z, floats("0 1"))).isEqualTo(1.0);
  }

  @Test
  void takesNegativeZeroForZero() {
    assertThat(Measured.of(Metric.auc(), ONE, new float[] {-0f, 0f}, floats("0 1"))).isEqualTo(0.5);
  }

  @Test
  void isNaNWhereThereIsNoCurve() {
    assertThat(Measured.of(Metric.auc(), ONE, SCORES, floats("0 0 0 0"))).isNaN();
    assertThat(Measured.of(Metric.auc(), ONE, SCORES, floats("1 1 1 1"))).isNaN();
    assertThat(Measured.of(Metric.auc().pr(), ONE, SCORES, floats("0 0 0 0"))).isNaN();
    assertThat(Measured.of(Metric.auc().pr(), ONE, SCORES, floats("1 1 1 1"))).isEqualTo(1.0);
    assertThat(Metric.auc().tally(ONE).result()).isNaN();
  }

  @Test
  void tellsItsSettings() {
    assertThat(Metric.auc().numThresholds(200).toString())
        .isEqualTo("auc(ROC, MICRO, thresholds=200)");
    assertThat(Metric.auc().pr()).isEqualTo(Metric.auc().pr());
    assertThat(Metric.auc().pr()).isNotEqualTo(Metric.auc());
    assertThat(Metric.auc().hashCode()).isEqualTo(Metric.auc().hashCode());
    assertThrows(IllegalArgumentException.class, () -> Metric.auc().numThresholds(1));
    assertThrows(IllegalArgumentException.class, () -> Metric.auc().ofClass(-1));
    assertThrows(IllegalArgumentException.class, () -> Metric.auc().ofClass(2).tally(TWO));
  }
}
