package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.optimizer.Golden.row;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class AdamTest {
  private static final float[] GRADIENTS = {0.1f, 0.1f, 0.01f, 0.01f};

  /** {@code keras/src/optimizers/adam_test.py}, test_single_step. */
  @Test
  @Tag("O8")
  void makesTheStepThatKerasPublishes() {
    Golden.singleStep(Adam.withLearningRate(0.5).epsilon(1e-7), 0.5, 1.5, 2.5, 3.5);
  }

  /** {@code keras/src/optimizers/adam_test.py}, test_correctness_with_golden: amsgrad. */
  @Test
  @Tag("O8")
  void makesTheFiveStepsThatKerasPublishesForAmsgrad() {
    Golden.fiveSteps(
        Adam.defaults().epsilon(1e-7).amsgrad(),
        row(0.999),
        row(0.9982),
        row(0.9974),
        row(0.9965),
        row(0.9955));
  }

  /**
   * With a constant gradient m̂ / √v̂ is its sign, so each of the three steps of TensorFlow's
   * {@code adam_test.py} is 0.001.
   */
  @Test
  @Tag("O8")
  void movesByTheRateWhileGradientsStayTheSame() {
    Trial trial = new Trial(Adam.defaults(), 1, 2, 3, 4);
    for (int i = 0; i < 3; i++) {
      trial.step(GRADIENTS);
    }

    assertThat(trial.parameters())
        .usingTolerance(1e-6)
        .containsExactly(0.997f, 1.997f, 2.997f, 3.997f)
        .inOrder();
  }

  /** By hand, with an ε so large that it shows where it is added. */
  @Test
  void addsEpsilonToTheRootBeforeItIsUnbiased() {
    float[] p = new Trial(Adam.withLearningRate(1).epsilon(0.5), 1).step(2).parameters();

    double expected = 1 - Math.sqrt(0.001) / 0.1 * (0.1 * 2) / (Math.sqrt(0.001 * 4) + 0.5);
    assertThat((double) p[0]).isWithin(1e-6).of(expected);
  }

  @Test
  void neverLetsTheDivisorFallWithAmsgrad() {
    Trial usual = new Trial(Adam.withLearningRate(0.01), 0);
    Trial amsgrad = new Trial(Adam.withLearningRate(0.01).amsgrad(), 0);
    usual.step(100);
    amsgrad.step(100);
    for (int i = 0; i < 2_000; i++) {
      usual.step(0.01f);
      amsgrad.step(0.01f);
    }

    assertThat(amsgrad.moment("vhat")[0]).isWithin(1e-3f).of(10);
    assertThat(usual.moment("v")[0]).isLessThan(2);
    assertThat(amsgrad.parameters()[0]).isGreaterThan(usual.parameters()[0]);
  }

  @Test
  @Tag("O8")
  @Tag("O16")
  void hasTheDefaultsOfKeras2() {
    assertThat(Adam.defaults().hyperparameters())
        .containsExactly(
            "lr", 0.001, "beta_1", 0.9, "beta_2", 0.999, "epsilon", 1e-8, "amsgrad", 0.0, "decay",
            0.0)
        .inOrder();
    assertThat(Adam.defaults().moments()).containsExactly("m", "v").inOrder();
  }

  @Test
  void leavesParametersOutsideTheRangeAlone() {
    float[] p = {1, 1, 1, 1};
    Optimizer.Rule rule = Adam.defaults().rule();
    rule.begin(0, 0.1);
    rule.apply(1, 3, p, new float[] {1, 1, 1, 1}, new float[2][4]);

    assertThat(p[0]).isEqualTo(1f);
    assertThat(p[1]).isWithin(1e-6f).of(0.9f);
    assertThat(p[2]).isWithin(1e-6f).of(0.9f);
    assertThat(p[3]).isEqualTo(1f);
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> Adam.withLearningRate(-1));
    assertThrows(IllegalArgumentException.class, () -> Adam.withLearningRate(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Adam.defaults().beta1(1));
    assertThrows(IllegalArgumentException.class, () -> Adam.defaults().beta2(-0.1));
    assertThrows(IllegalArgumentException.class, () -> Adam.defaults().epsilon(-1));
    assertThrows(IllegalArgumentException.class, () -> Adam.defaults().decay(-1));
  }
}
