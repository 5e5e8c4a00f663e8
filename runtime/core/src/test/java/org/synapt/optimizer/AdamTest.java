package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/**
 * The numbers are those of TensorFlow's {@code adam_test.py}: variables, gradients, three steps.
 */
final class AdamTest {
  private static final float[] GRADIENTS = {0.1f, 0.1f, 0.01f, 0.01f};

  @Test
  void agreesWithTheFormulaInDoubleForManySteps() {
    Adam adam = Adam.withLearningRate(0.01).beta1(0.8).beta2(0.99).epsilon(1e-6).decay(0.01);
    float[] p = {1, 2, 3, 4};
    double[] expected = {1, 2, 3, 4};
    double[] m = new double[4];
    double[] v = new double[4];
    Optimizer.Rule rule = adam.rule();
    float[][] state = new float[2][4];

    for (int iteration = 0; iteration < 50; iteration++) {
      rule.begin(iteration, adam.learningRate());
      rule.apply(0, 4, p, GRADIENTS, state);
      double t = iteration + 1;
      double rate =
          0.01 / (1 + 0.01 * iteration) * Math.sqrt(1 - Math.pow(0.99, t)) / (1 - Math.pow(0.8, t));
      for (int i = 0; i < 4; i++) {
        m[i] = 0.8 * m[i] + 0.2 * GRADIENTS[i];
        v[i] = 0.99 * v[i] + 0.01 * GRADIENTS[i] * GRADIENTS[i];
        expected[i] -= rate * m[i] / (Math.sqrt(v[i]) + 1e-6);
      }
    }

    for (int i = 0; i < 4; i++) {
      assertThat((double) p[i]).isWithin(1e-5).of(expected[i]);
    }
  }

  @Test
  void movesByTheRateWhileGradientsStayTheSame() {
    // With a constant gradient m̂ / √v̂ is its sign, so each of TensorFlow's three steps is 0.001.
    float[] p = {1, 2, 3, 4};
    Optimizer.Rule rule = Adam.defaults().rule();
    float[][] state = new float[2][4];
    for (int iteration = 0; iteration < 3; iteration++) {
      rule.begin(iteration, 0.001);
      rule.apply(0, 4, p, GRADIENTS, state);
    }

    assertThat(p).usingTolerance(1e-6).containsExactly(0.997f, 1.997f, 2.997f, 3.997f).inOrder();
  }

  @Test
  void hasTheDefaultsOfKeras2() {
    assertThat(Adam.defaults().hyperparameters())
        .containsExactly("lr", 0.001, "beta_1", 0.9, "beta_2", 0.999, "epsilon", 1e-8, "decay", 0.0)
        .inOrder();
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
  void remembersNoDenormalNumbers() {
    float[] p = {1};
    float[][] state = {{1e-3f}, {1e-6f}};
    Optimizer.Rule rule = Adam.defaults().rule();
    float[] none = {0};
    for (int iteration = 0; iteration < 200_000; iteration++) {
      rule.begin(iteration, 0.001);
      rule.apply(0, 1, p, none, state);
      for (float[] moment : state) {
        assertThat(moment[0] == 0 || Math.abs(moment[0]) >= Float.MIN_NORMAL).isTrue();
      }
    }
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
