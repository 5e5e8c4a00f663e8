package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.optimizer.Golden.row;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers are those of {@code keras/src/optimizers/nadam_test.py}. */
final class NadamTest {
  @Test
  @Tag("O9")
  void makesTheStepThatKerasPublishes() {
    Golden.singleStep(Nadam.withLearningRate(0.5), 0.4686, 1.4686, 2.4686, 3.4686);
  }

  @Test
  @Tag("O9")
  void makesTheFiveStepsThatKerasPublishes() {
    Golden.fiveSteps(
        Nadam.withLearningRate(0.5).beta1(0.5).beta2(0.67).epsilon(1e-5),
        row(0.4281),
        row(
            -0.1738, -0.1731, -0.1726, -0.1723, -0.1721, -0.172, -0.1719, -0.1718, -0.1718,
            -0.1717),
        row(
            -0.7115, -0.7103, -0.7096, -0.7092, -0.709, -0.7088, -0.7086, -0.7085, -0.7085,
            -0.7084),
        row(-1.2335, -1.2322, -1.2313, -1.2309, -1.2306, -1.2304, -1.2302, -1.2301, -1.23, -1.2299),
        row(
            -1.7492, -1.7478, -1.7469, -1.7464, -1.7461, -1.7459, -1.7457, -1.7456, -1.7455,
            -1.7454));
  }

  /**
   * By hand for the first step of Keras 2: μ₁ = 0.9 · (1 − 0.5 · 0.96^0.004), μ₂ likewise with
   * 0.008, m = 0.1 · g, v̂ = g².
   */
  @Test
  @Tag("O9")
  void takesThePaceOfKeras2() {
    double first = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.004));
    double second = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.008));
    // (1 − μ₁) / (1 − Π₁) is 1 in the first step.
    double ahead = 1 + second * 0.1 / (1 - first * second);

    Nadam keras2 = Nadam.withLearningRate(0.002).epsilon(1e-8).scheduleDecay(0.004);
    assertThat((double) new Trial(keras2, 1).step(3).parameters()[0])
        .isWithin(1e-6)
        .of(1 - 0.002 * ahead);
  }

  @Test
  void goesOnWithTheSameBitsWhereItIsTakenUp() {
    Nadam nadam = Nadam.withLearningRate(0.01).scheduleDecay(0.3);
    Optimizer.Rule through = nadam.rule();
    for (int i = 0; i <= 40; i++) {
      through.begin(i, 0.01);
    }
    Optimizer.Rule takenUp = nadam.rule();
    takenUp.begin(40, 0.01);

    assertThat(moved(takenUp)).isEqualTo(moved(through));
  }

  private static float moved(Optimizer.Rule rule) {
    float[] p = {1};
    rule.apply(0, 1, p, new float[] {0.7f}, new float[][] {{0.2f}, {0.3f}});
    return p[0];
  }

  @Test
  @Tag("O16")
  void hasTheDefaultsOfKeras3() {
    assertThat(Nadam.defaults().hyperparameters())
        .containsExactly(
            "lr",
            0.001,
            "beta_1",
            0.9,
            "beta_2",
            0.999,
            "epsilon",
            1e-7,
            "schedule_decay",
            1.0,
            "decay",
            0.0)
        .inOrder();
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> Nadam.defaults().beta1(1));
    assertThrows(IllegalArgumentException.class, () -> Nadam.defaults().beta2(1));
    assertThrows(IllegalArgumentException.class, () -> Nadam.defaults().scheduleDecay(-1));
  }
}
