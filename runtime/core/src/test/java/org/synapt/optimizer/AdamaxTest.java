package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.optimizer.Golden.row;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers are those of {@code keras/src/optimizers/adamax_test.py}. */
final class AdamaxTest {
  @Test
  @Tag("O10")
  void makesTheStepThatKerasPublishes() {
    Golden.singleStep(Adamax.withLearningRate(0.5), 0.5, 1.5, 2.5, 3.5);
  }

  @Test
  @Tag("O10")
  void makesTheFiveStepsThatKerasPublishes() {
    Golden.fiveSteps(
        Adamax.withLearningRate(0.2).beta1(0.85).beta2(0.95).epsilon(1e-6),
        row(0.8),
        row(0.6827, 0.6873, 0.6888, 0.6896, 0.6901, 0.6904, 0.6906, 0.6908, 0.6909, 0.691),
        row(0.5333, 0.5407, 0.5431, 0.5444, 0.5451, 0.5456, 0.546, 0.5462, 0.5464, 0.5466),
        row(0.368, 0.3773, 0.3804, 0.382, 0.3829, 0.3835, 0.384, 0.3843, 0.3846, 0.3848),
        row(0.1933, 0.204, 0.2076, 0.2094, 0.2105, 0.2112, 0.2117, 0.2121, 0.2124, 0.2126));
  }

  @Test
  @Tag("O16")
  void hasTheDefaultsOfKeras3() {
    assertThat(Adamax.defaults().hyperparameters())
        .containsExactly("lr", 0.001, "beta_1", 0.9, "beta_2", 0.999, "epsilon", 1e-7, "decay", 0.0)
        .inOrder();
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> Adamax.defaults().beta1(1));
    assertThrows(IllegalArgumentException.class, () -> Adamax.defaults().beta2(1));
    assertThrows(IllegalArgumentException.class, () -> Adamax.defaults().epsilon(0));
  }
}
