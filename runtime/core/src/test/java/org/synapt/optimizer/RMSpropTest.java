package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.optimizer.Golden.row;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.buffer.Buffer;

final class RMSpropTest {
  /** {@code keras/src/optimizers/rmsprop_test.py}, test_single_step. */
  @Test
  @Tag("O7")
  void makesTheStepThatKerasPublishes() {
    Golden.singleStep(
        RMSprop.withLearningRate(0.5).epsilon(1e-7).epsilonInsideRoot(),
        -0.5811,
        0.4189,
        1.4189,
        2.4189);
  }

  /** {@code keras/src/optimizers/rmsprop_test.py}, test_correctness_with_golden: centered. */
  @Test
  @Tag("O7")
  void makesTheFiveStepsThatKerasPublishesCentered() {
    Golden.fiveSteps(
        RMSprop.defaults().epsilon(1e-7).epsilonInsideRoot().centered(),
        row(0.9967),
        row(0.9933),
        row(0.9908),
        row(0.9885),
        row(0.9864));
  }

  /** TensorFlow 1, {@code rmsprop_test.py}, testWithoutMomentum: means of squares begin at 1. */
  @Test
  @Tag("O7")
  void makesTheTwoStepsThatTensorFlowPublishes() {
    Trial trial = tensorFlow(RMSprop.withLearningRate(2).epsilon(1).epsilonInsideRoot());

    double first = 0.1 * 2.0 / Math.sqrt(0.901 + 1.0);
    double second = 0.1 * 2.0 / Math.sqrt(0.901 * 0.9 + 0.001 + 1.0);
    assertThat((double) trial.parameters()[0]).isWithin(1e-6).of(1 - first - second);
    assertThat((double) trial.parameters()[1]).isWithin(1e-6).of(2 - first - second);
    assertThat((double) trial.moment("v")[2]).isWithin(1e-6).of(0.90001 * 0.9 + 1e-5);
  }

  /** TensorFlow 1, {@code rmsprop_test.py}, testWithMomentum. */
  @Test
  @Tag("O7")
  void makesTheTwoStepsThatTensorFlowPublishesWithMomentum() {
    Trial trial =
        tensorFlow(RMSprop.withLearningRate(2).momentum(0.5).epsilon(1e-5).epsilonInsideRoot());

    double first = 0.01 * 2.0 / Math.sqrt(0.90001 + 1e-5);
    double second = 0.5 * first + 0.01 * 2.0 / Math.sqrt(0.90001 * 0.9 + 2e-5);
    assertThat((double) trial.parameters()[2]).isWithin(1e-6).of(3 - first - second);
    assertThat((double) trial.parameters()[3]).isWithin(1e-6).of(4 - first - second);
    assertThat((double) trial.moment("momentum")[2]).isWithin(1e-6).of(second);
  }

  private static Trial tensorFlow(RMSprop optimizer) {
    Trial trial = new Trial(optimizer, 1, 2, 3, 4);
    Buffer squares = trial.optimization().moments().get("v");
    squares.put(0, new float[] {1, 1, 1, 1}, 0, 4);
    return trial.step(0.1f, 0.1f, 0.01f, 0.01f).step(0.1f, 0.1f, 0.01f, 0.01f);
  }

  /** By hand: v = 0.1 · 10 = 1, so 1 − 0.5 · √10 / (1 + 1); inside it is divided by √2. */
  @Test
  @Tag("O7")
  void addsEpsilonToTheRootAsKeras2OrInsideAsKeras3() {
    RMSprop outside = RMSprop.withLearningRate(0.5).epsilon(1);
    float root = (float) Math.sqrt(10);

    assertThat(new Trial(outside, 1).step(root).parameters()[0])
        .isWithin(1e-6f)
        .of(1 - 0.25f * root);
    assertThat(new Trial(outside.epsilonInsideRoot(), 1).step(root).parameters()[0])
        .isWithin(1e-6f)
        .of(1 - 0.5f * root / (float) Math.sqrt(2));
  }

  @Test
  void staysFiniteWhereAGradientHasNoVariance() {
    for (float gradient : new float[] {1, 1e-3f, 3.3333f, 1e10f}) {
      Trial trial = new Trial(RMSprop.defaults().centered().momentum(0.9), 1);
      for (int i = 0; i < 500; i++) {
        trial.step(gradient);
      }
      assertThat(trial.parameters()[0]).isFinite();
    }
  }

  @Test
  @Tag("O7")
  @Tag("O16")
  void hasTheDefaultsOfKeras2() {
    assertThat(RMSprop.defaults().hyperparameters())
        .containsExactly(
            "lr",
            0.001,
            "rho",
            0.9,
            "momentum",
            0.0,
            "epsilon",
            1e-8,
            "epsilon_inside_root",
            0.0,
            "centered",
            0.0,
            "decay",
            0.0)
        .inOrder();
  }

  @Test
  void remembersOnlyWhatItNeeds() {
    assertThat(RMSprop.defaults().moments()).containsExactly("v");
    assertThat(RMSprop.defaults().momentum(0.9).moments())
        .containsExactly("v", "momentum")
        .inOrder();
    assertThat(RMSprop.defaults().centered().momentum(0.9).moments())
        .containsExactly("v", "mean", "momentum")
        .inOrder();
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> RMSprop.defaults().rho(1));
    assertThrows(IllegalArgumentException.class, () -> RMSprop.defaults().momentum(-0.1));
    assertThrows(IllegalArgumentException.class, () -> RMSprop.defaults().epsilon(0));
  }
}
