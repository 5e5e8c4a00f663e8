package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.optimizer.Golden.row;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class AdagradTest {
  /** {@code keras/src/optimizers/adagrad_test.py}, test_single_step. */
  @Test
  @Tag("O6")
  void makesTheStepThatKerasPublishes() {
    Golden.singleStep(Adagrad.withLearningRate(0.5), 0.5233, 1.5007, 2.5005, 3.5061);
  }

  /** {@code keras/src/optimizers/adagrad_test.py}, test_correctness_with_golden. */
  @Test
  @Tag("O6")
  void makesTheFiveStepsThatKerasPublishes() {
    Golden.fiveSteps(
        Adagrad.withLearningRate(0.2).initialAccumulatorValue(0.3).epsilon(1e-6),
        row(0.9963),
        row(0.9604, 0.9278, 0.9003, 0.8784, 0.8615, 0.8487, 0.8388, 0.8313, 0.8255, 0.8209),
        row(0.9251, 0.8629, 0.8137, 0.7768, 0.7497, 0.7298, 0.7151, 0.704, 0.6956, 0.6891),
        row(0.8903, 0.8012, 0.7342, 0.6862, 0.6521, 0.6277, 0.6099, 0.5967, 0.5867, 0.579),
        row(0.856, 0.7422, 0.6604, 0.6037, 0.5644, 0.5367, 0.5168, 0.5021, 0.491, 0.4825));
  }

  /** TensorFlow 1, {@code adagrad_test.py}, testBasic: rate 3, no ε, three steps. */
  @Test
  @Tag("O6")
  void makesTheThreeStepsThatTensorFlowPublishes() {
    Trial trial = new Trial(Adagrad.withLearningRate(3).epsilon(1e-12), 1, 2, 3, 4);
    for (int i = 0; i < 3; i++) {
      trial.step(0.1f, 0.1f, 0.01f, 0.01f);
    }

    assertThat(trial.parameters())
        .usingTolerance(1e-6)
        .containsExactly(
            -1.6026098728179932f, -0.6026098728179932f, 2.715679168701172f, 3.715679168701172f)
        .inOrder();
  }

  /** By hand: 1 − 0.5 · 3 / (√(0 + 9) + 1) = 0.625; inside it is 1 − 1.5 / √10. */
  @Test
  void addsEpsilonToTheRootAsKeras2OrInsideAsKeras3() {
    Adagrad outside = Adagrad.withLearningRate(0.5).initialAccumulatorValue(0).epsilon(1);

    assertThat(new Trial(outside.epsilonOutsideRoot(), 1).step(3).parameters()[0])
        .isWithin(1e-6f)
        .of(0.625f);
    assertThat(new Trial(outside, 1).step(3).parameters()[0])
        .isWithin(1e-6f)
        .of((float) (1 - 1.5 / Math.sqrt(10)));
  }

  @Test
  @Tag("O16")
  void hasTheDefaultsOfKeras3() {
    assertThat(Adagrad.defaults().hyperparameters())
        .containsExactly(
            "lr",
            0.001,
            "initial_accumulator_value",
            0.1,
            "epsilon",
            1e-7,
            "epsilon_inside_root",
            1.0,
            "decay",
            0.0)
        .inOrder();
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThrows(
        IllegalArgumentException.class, () -> Adagrad.defaults().initialAccumulatorValue(-1));
    assertThrows(IllegalArgumentException.class, () -> Adagrad.defaults().epsilon(0));
  }
}
