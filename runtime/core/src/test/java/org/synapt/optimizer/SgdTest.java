package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/**
 * Variables [1, 2] and [3, 4], gradients 0.1 and 0.01, rate 2, momentum 0.9: TensorFlow's {@code
 * momentum_test.py} and {@code gradient_descent_test.py}, whose accumulators are ours over the
 * rate.
 */
final class SgdTest {
  private static final float[] GRADIENTS = {0.1f, 0.1f, 0.01f, 0.01f};

  private static float[] steps(Sgd sgd, int count, float[][] state) {
    float[] p = {1, 2, 3, 4};
    Optimizer.Rule rule = sgd.rule();
    for (int iteration = 0; iteration < count; iteration++) {
      rule.begin(iteration, sgd.learningRate());
      rule.apply(0, 4, p, GRADIENTS, state);
    }
    return p;
  }

  @Test
  void followsTheGradient() {
    float[] p = steps(Sgd.withLearningRate(3), 1, new float[0][]);

    assertThat(p)
        .usingTolerance(1e-6)
        .containsExactly(1 - 3 * 0.1f, 2 - 3 * 0.1f, 3 - 3 * 0.01f, 4 - 3 * 0.01f)
        .inOrder();
  }

  @Test
  void gathersMomentum() {
    float[][] state = new float[1][4];
    float[] p = steps(Sgd.withLearningRate(2).momentum(0.9), 2, state);

    float second = (0.9f * 0.1f + 0.1f) * 2;
    assertThat(p)
        .usingTolerance(1e-6)
        .containsExactly(
            1 - 0.1f * 2 - second,
            2 - 0.1f * 2 - second,
            2.98f - (0.9f * 0.01f + 0.01f) * 2,
            3.98f - (0.9f * 0.01f + 0.01f) * 2)
        .inOrder();
    assertThat(state[0][0]).isWithin(1e-6f).of(-second);
  }

  @Test
  void looksAheadWithNesterov() {
    double p = 1;
    double v = 0;
    for (int i = 0; i < 5; i++) {
      v = 0.9 * v - 2 * 0.1;
      p += 0.9 * v - 2 * 0.1;
    }

    float[] actual = steps(Sgd.withLearningRate(2).momentum(0.9).nesterov(), 5, new float[1][4]);

    assertThat((double) actual[0]).isWithin(1e-5).of(p);
  }

  @Test
  void decaysFromTheBaseRateAndNotFromTheLast() {
    float[] p = steps(Sgd.withLearningRate(3).decay(0.5), 3, new float[0][]);

    double expected = 1 - 0.1 * (3 + 3 / 1.5 + 3 / 2.0);
    assertThat((double) p[0]).isWithin(1e-6).of(expected);
  }

  @Test
  void remembersNothingWithoutMomentum() {
    assertThat(Sgd.defaults().moments()).isEmpty();
    assertThat(Sgd.defaults().momentum(0.5).moments()).containsExactly("v");
  }

  @Test
  void hasTheDefaultsOfKeras2() {
    assertThat(Sgd.defaults().hyperparameters())
        .containsExactly("lr", 0.01, "momentum", 0.0, "decay", 0.0, "nesterov", 0.0)
        .inOrder();
  }

  @Test
  void remembersNoDenormalNumbers() {
    for (Sgd sgd :
        new Sgd[] {Sgd.defaults().momentum(0.9), Sgd.defaults().momentum(0.9).nesterov()}) {
      float[][] state = {{1e-3f}};
      Optimizer.Rule rule = sgd.rule();
      for (int iteration = 0; iteration < 2_000; iteration++) {
        rule.begin(iteration, 0.01);
        rule.apply(0, 1, new float[] {1}, new float[] {0}, state);
        float v = Math.abs(state[0][0]);
        assertThat(v == 0 || v >= Float.MIN_NORMAL).isTrue();
      }
    }
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> Sgd.withLearningRate(-1));
    assertThrows(IllegalArgumentException.class, () -> Sgd.defaults().momentum(1));
    assertThrows(IllegalArgumentException.class, () -> Sgd.defaults().decay(Double.NaN));
  }
}
