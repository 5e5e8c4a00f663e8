package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.optimizer.Golden.row;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class AdadeltaTest {
  /** {@code keras/src/optimizers/adadelta_test.py}, test_single_step. */
  @Test
  @Tag("O10")
  void makesTheStepThatKerasPublishes() {
    Golden.singleStep(Adadelta.withLearningRate(0.5), 0.9993, 1.9993, 2.9993, 3.9993);
  }

  /** {@code keras/src/optimizers/adadelta_test.py}, test_correctness_with_golden. */
  @Test
  @Tag("O10")
  void makesTheFiveStepsThatKerasPublishes() {
    Golden.fiveSteps(
        Adadelta.withLearningRate(1).rho(0.8).epsilon(1e-6),
        row(0.9978),
        row(0.9947),
        row(0.9915),
        row(0.9882),
        row(0.9849));
  }

  /**
   * TensorFlow, {@code adadelta_test.py}, testMinimizeSparseResourceVariable: rate, ρ and ε of 1,
   * so that the step is the gradient; 1 − 112 = −111 and 2 − 140 = −138 for (x · p)² of x = (4, 5).
   */
  @Test
  @Tag("O10")
  void stepsByTheGradientWhereBothMeansAreHeld() {
    // A ρ of 1 is none: just below it the means stay near 0.
    Adadelta held = Adadelta.withLearningRate(1).rho(1 - 1e-12).epsilon(1);

    assertThat(new Trial(held, 1, 2).step(112, 140).parameters())
        .usingTolerance(1e-3)
        .containsExactly(-111f, -138f)
        .inOrder();
  }

  @Test
  @Tag("O16")
  void hasTheDefaultsOfKeras3() {
    assertThat(Adadelta.defaults().hyperparameters())
        .containsExactly("lr", 0.001, "rho", 0.95, "epsilon", 1e-7, "decay", 0.0)
        .inOrder();
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> Adadelta.defaults().rho(1));
    assertThrows(IllegalArgumentException.class, () -> Adadelta.defaults().epsilon(0));
  }
}
