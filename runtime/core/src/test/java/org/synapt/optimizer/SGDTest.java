package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.optimizer.Golden.row;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SGDTest {
  private static Trial steps(SGD sgd, int count) {
    Trial trial = new Trial(sgd, 1, 2, 3, 4);
    for (int i = 0; i < count; i++) {
      trial.step(0.1f, 0.1f, 0.01f, 0.01f);
    }
    return trial;
  }

  /** {@code keras/src/optimizers/sgd_test.py}, test_single_step. */
  @Test
  @Tag("O1")
  @Tag("O2")
  void makesTheStepThatKerasPublishes() {
    Golden.singleStep(SGD.withLearningRate(0.5), 0.5, -1.0, -0.5, 3.0);
  }

  /** {@code keras/src/optimizers/sgd_test.py}, test_correctness_with_golden; without momentum. */
  @Test
  @Tag("O2")
  void makesTheFiveStepsThatKerasPublishes() {
    Golden.fiveSteps(
        SGD.defaults().nesterov(),
        row(0.9999),
        row(0.9989, 0.9979, 0.9969, 0.9959, 0.9949, 0.9939, 0.9929, 0.9919, 0.9909, 0.9899),
        row(0.9979, 0.9959, 0.9939, 0.9919, 0.9899, 0.9879, 0.9859, 0.9839, 0.9819, 0.9799),
        row(0.9969, 0.9939, 0.9909, 0.9879, 0.9849, 0.9819, 0.9789, 0.9759, 0.9729, 0.9699),
        row(0.9959, 0.9919, 0.9879, 0.9839, 0.9799, 0.9759, 0.9719, 0.9679, 0.9639, 0.9599));
  }

  /** TensorFlow 1, {@code gradient_descent_test.py}, testBasic: rate 3. */
  @Test
  @Tag("O1")
  void followsTheGradient() {
    assertThat(steps(SGD.withLearningRate(3), 1).parameters())
        .usingTolerance(1e-6)
        .containsExactly(1 - 3 * 0.1f, 2 - 3 * 0.1f, 3 - 3 * 0.01f, 4 - 3 * 0.01f)
        .inOrder();
  }

  /** TensorFlow 1, {@code momentum_test.py}, whose accumulator is ours over the rate. */
  @Test
  @Tag("O3")
  void gathersMomentum() {
    Trial trial = steps(SGD.withLearningRate(2).momentum(0.9), 2);

    float second = (0.9f * 0.1f + 0.1f) * 2;
    assertThat(trial.parameters())
        .usingTolerance(1e-6)
        .containsExactly(
            1 - 0.1f * 2 - second,
            2 - 0.1f * 2 - second,
            2.98f - (0.9f * 0.01f + 0.01f) * 2,
            3.98f - (0.9f * 0.01f + 0.01f) * 2)
        .inOrder();
    assertThat(trial.moment("v")[0]).isWithin(1e-6f).of(-second);
  }

  @Test
  @Tag("O5")
  void looksAheadWithNesterov() {
    double p = 1;
    double v = 0;
    for (int i = 0; i < 5; i++) {
      v = 0.9 * v - 2 * 0.1;
      p += 0.9 * v - 2 * 0.1;
    }

    float[] actual = steps(SGD.withLearningRate(2).momentum(0.9).nesterov(), 5).parameters();

    assertThat((double) actual[0]).isWithin(1e-5).of(p);
  }

  @Test
  @Tag("O4")
  @Tag("X2")
  void decaysFromTheBaseRateAndNotFromTheLast() {
    float[] p = steps(SGD.withLearningRate(3).decay(0.5), 3).parameters();

    double expected = 1 - 0.1 * (3 + 3 / 1.5 + 3 / 2.0);
    assertThat((double) p[0]).isWithin(1e-6).of(expected);
  }

  @Test
  void remembersNothingWithoutMomentum() {
    assertThat(SGD.defaults().moments()).isEmpty();
    assertThat(SGD.defaults().momentum(0.5).moments()).containsExactly("v");
  }

  @Test
  @Tag("O2")
  @Tag("O16")
  void hasTheDefaultsOfKeras2() {
    assertThat(SGD.defaults().hyperparameters())
        .containsExactly("lr", 0.01, "momentum", 0.0, "nesterov", 0.0, "decay", 0.0)
        .inOrder();
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> SGD.withLearningRate(-1));
    assertThrows(IllegalArgumentException.class, () -> SGD.defaults().momentum(1));
    assertThrows(IllegalArgumentException.class, () -> SGD.defaults().decay(Double.NaN));
  }
}
