package org.synapt.metric;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.metric.Measured.floats;
import static org.synapt.metric.Measured.oneHot;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Published figures: scikit-learn's user guide, "Confusion matrix". */
@Tag("T7")
final class ConfusionMatrixTest {
  private static final int[] ACTUAL = {2, 0, 2, 2, 0, 1};
  private static final int[] PREDICTED = {0, 0, 2, 2, 0, 2};

  @Test
  void givesTheMatrixOfScikitLearnsExample() {
    ConfusionMatrix matrix = ConfusionMatrix.of(3, ACTUAL, PREDICTED);

    assertThat(counts(matrix)).isEqualTo(new long[][] {{2, 0, 0}, {0, 0, 1}, {1, 0, 2}});
  }

  private static long[][] counts(ConfusionMatrix matrix) {
    long[][] counts = new long[matrix.classes()][matrix.classes()];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        counts[i][j] = matrix.count(i, j);
      }
    }
    return counts;
  }

  /** scikit-learn: y_true = [0, 0, 0, 1, 1, 1, 1, 1], y_pred = [0, 1, 0, 1, 0, 1, 0, 1]. */
  @Test
  void givesTheBinaryMatrixOfScikitLearnsExample() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(
            Comparison.of("binary_crossentropy", 1),
            8,
            floats("0.1 0.9 0.2 0.8 0.5 0.7 0.4 0.6"),
            floats("0 0 0 1 1 1 1 1"));

    assertThat(counts(matrix)).isEqualTo(new long[][] {{2, 1}, {2, 3}});
  }

  @Test
  void takesRowsAndClassNumbersAlike() {
    float[] p = oneHot(3, PREDICTED);
    ConfusionMatrix ofRows =
        ConfusionMatrix.of(Comparison.of("categorical_crossentropy", 3), 6, p, oneHot(3, ACTUAL));
    ConfusionMatrix ofNumbers =
        ConfusionMatrix.of(
            Comparison.of("sparse_categorical_crossentropy", 3), 6, p, floats("2 0 2 2 0 1"));

    assertThat(counts(ofRows)).isEqualTo(counts(ConfusionMatrix.of(3, ACTUAL, PREDICTED)));
    assertThat(counts(ofNumbers)).isEqualTo(counts(ofRows));
  }

  @Test
  void measuresEachClass() {
    ConfusionMatrix matrix = ConfusionMatrix.of(3, ACTUAL, PREDICTED);

    assertThat(matrix.accuracy()).isWithin(1e-12).of(4.0 / 6);
    assertThat(matrix.total()).isEqualTo(6);
    assertThat(matrix.support(2)).isEqualTo(3);
    assertThat(matrix.precision(0)).isWithin(1e-12).of(2.0 / 3);
    assertThat(matrix.recall(0)).isEqualTo(1.0);
    assertThat(matrix.f1Score(0)).isWithin(1e-12).of(0.8);
    assertThat(matrix.precision(1)).isEqualTo(0.0);
    assertThat(matrix.f1Score(1)).isEqualTo(0.0);
  }

  @Test
  void isReadable() {
    assertThat(ConfusionMatrix.of(3, ACTUAL, PREDICTED).withNames("ant", "bird", "cat").toString())
        .isEqualTo(
            """
                   ant  bird   cat  precision  recall  f1-score  support
            ant      2     0     0     0.6667  1.0000    0.8000        2
            bird     0     0     1     0.0000  0.0000    0.0000        1
            cat      1     0     2     0.6667  0.6667    0.6667        3
            accuracy 0.6667 of 6""");
  }

  @Test
  void numbersClassesThatHaveNoNames() {
    assertThat(ConfusionMatrix.of(2, new int[] {0}, new int[] {1}).classNames())
        .containsExactly("0", "1")
        .inOrder();
  }

  @Test
  void movesTheThreshold() {
    ConfusionTally tally = new ConfusionTally(Comparison.of("binary_crossentropy", 1), 0.8);

    tally.add(3, floats("0.7 0.8 0.9"), floats("1 0 1"));
    assertThat(counts(tally.matrix())).isEqualTo(new long[][] {{1, 0}, {1, 1}});
    assertThat(tally.result()).isWithin(1e-12).of(2.0 / 3);
    tally.reset();
    assertThat(tally.matrix().total()).isEqualTo(0);
    assertThat(tally.result()).isNaN();
  }

  @Test
  void takesTheSigmoidOfALogit() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(
            Comparison.of("binary_crossentropy", 1).ofLogits(), 1, floats("0.2"), floats("1"));

    assertThat(matrix.count(1, 1)).isEqualTo(1);
  }

  @Test
  void refusesAnOutputThatTellsNoClassesApart() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ConfusionTally(Comparison.of("binary_crossentropy", 3), 0.5));

    assertThat(thrown).hasMessageThat().contains("each of the 3 columns");
  }

  @Test
  void refusesTargetsThatSayNoClassOrSeveral() {
    Comparison classes = Comparison.of("categorical_crossentropy", 2);
    float[] p = {1, 0};

    assertThrows(
        IllegalArgumentException.class, () -> ConfusionMatrix.of(classes, 1, p, floats("0 0")));
    assertThrows(
        IllegalArgumentException.class, () -> ConfusionMatrix.of(classes, 1, p, floats("1 1")));
    assertThrows(
        IllegalArgumentException.class,
        () -> ConfusionMatrix.of(classes, 1, new float[] {Float.NaN, 0}, floats("1 0")));
  }

  @Test
  void refusesClassesAndNamesThatDoNotFit() {
    assertThrows(
        IllegalArgumentException.class, () -> ConfusionMatrix.of(2, new int[] {2}, new int[] {0}));
    assertThrows(
        IllegalArgumentException.class, () -> ConfusionMatrix.of(2, new int[] {1}, new int[] {-1}));
    assertThrows(
        IllegalArgumentException.class, () -> ConfusionMatrix.of(2, new int[2], new int[1]));
    assertThrows(
        IllegalArgumentException.class, () -> ConfusionMatrix.of(1, new int[1], new int[1]));
    assertThrows(
        IllegalArgumentException.class,
        () -> ConfusionMatrix.of(2, new int[1], new int[1]).withNames("one"));
  }
}
