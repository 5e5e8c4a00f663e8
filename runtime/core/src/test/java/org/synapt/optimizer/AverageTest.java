package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Averages of parameters, by the numbers of {@code keras/src/optimizers/optimizer_test.py}. */
final class AverageTest {
  private static final SGD UNIT = SGD.withLearningRate(1);

  /** test_ema: momentum 0.9, taken over after the third update. */
  @Test
  void averagesAsKerasPublishes() {
    Trial trial = new Trial(UNIT.emaMomentum(0.9).emaOverwriteFrequency(3), 3, 4, 5, 6);

    trial.step(1, 1, 1, 1);
    assertThat(trial.parameters()).usingTolerance(1e-6).containsExactly(2f, 3f, 4f, 5f).inOrder();
    assertThat(trial.moment("average"))
        .usingTolerance(1e-6)
        .containsExactly(2f, 3f, 4f, 5f)
        .inOrder();

    trial.step(1, 1, 1, 1);
    assertThat(trial.parameters()).usingTolerance(1e-6).containsExactly(1f, 2f, 3f, 4f).inOrder();
    assertThat(trial.moment("average"))
        .usingTolerance(1e-6)
        .containsExactly(1.9f, 2.9f, 3.9f, 4.9f)
        .inOrder();

    trial.step(1, 1, 1, 1);
    float[] both = {1.71f, 2.71f, 3.71f, 4.71f};
    assertThat(trial.parameters()).usingTolerance(1e-6).containsExactly(both).inOrder();
    assertThat(trial.moment("average")).usingTolerance(1e-6).containsExactly(both).inOrder();
  }

  /** test_ema_with_model_fit: a weight of 1 under a loss of w², rate 0.1; 0.891 after two steps. */
  @Test
  void becomesTheAverageAtTheEndAsKerasPublishes() {
    Trial trial = new Trial(SGD.withLearningRate(0.1).emaMomentum(0.9), 1);
    trial.step(1);
    trial.step(trial.parameters()[0]);
    assertThat(trial.parameters()[0]).isWithin(1e-6f).of(0.81f);

    trial.optimization().finish();

    assertThat(trial.parameters()[0]).isWithin(1e-6f).of(0.891f);
    assertThat(trial.moment("average")[0]).isWithin(1e-6f).of(0.891f);
  }

  @Test
  void exchangesParametersAndAverageThereAndBack() {
    Trial trial = new Trial(UNIT.emaMomentum(0.5), 8, 9).step(1, 1).step(1, 1);
    Optimization optimization = trial.optimization();

    optimization.exchangeAverage();
    assertThat(trial.parameters()).usingTolerance(1e-6).containsExactly(6.5f, 7.5f).inOrder();
    assertThat(assertThrows(IllegalStateException.class, optimization::step))
        .hasMessageThat()
        .isEqualTo(
            "the parameters are exchanged for their average; exchange them back before stepping"
                + " on");
    assertThrows(IllegalStateException.class, optimization::moments);
    assertThrows(IllegalStateException.class, optimization::finish);

    optimization.exchangeAverage();
    assertThat(trial.parameters()).usingTolerance(1e-6).containsExactly(6f, 7f).inOrder();
    assertThat(trial.moment("average")).usingTolerance(1e-6).containsExactly(6.5f, 7.5f).inOrder();
  }

  @Test
  void leavesParametersAloneWhereThereIsNoAverage() {
    Trial without = new Trial(UNIT, 3).step(1);
    without.optimization().exchangeAverage();
    without.optimization().finish();
    assertThat(without.parameters()[0]).isEqualTo(2f);

    Trial before = new Trial(UNIT.useEma().gradientAccumulationSteps(2), 3).step(1);
    before.optimization().exchangeAverage();
    before.optimization().finish();
    assertThat(before.parameters()[0]).isEqualTo(3f);
    assertThat(before.step(1).parameters()[0]).isEqualTo(2f);
  }
}
