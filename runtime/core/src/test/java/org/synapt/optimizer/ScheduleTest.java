package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** By the numbers of {@code keras/src/optimizers/schedules/learning_rate_schedule_test.py}. */
final class ScheduleTest {
  private static void at(LearningRateSchedule schedule, long step, double expected) {
    assertThat(schedule.rate(step)).isWithin(1e-12).of(expected);
  }

  @Test
  @Tag("O14")
  void decaysExponentially() {
    ExponentialDecay decay = ExponentialDecay.of(0.05, 10, 0.96);

    at(decay, 0, 0.05);
    at(decay, 5, 0.05 * Math.pow(0.96, 5.0 / 10));
    at(decay, 25, 0.05 * Math.pow(0.96, 2.5));
  }

  @Test
  @Tag("O14")
  void decaysExponentiallyInStairs() {
    ExponentialDecay decay = ExponentialDecay.of(0.1, 3, 0.96).staircase();

    at(decay, 1, 0.1);
    at(decay, 2, 0.1);
    at(decay, 100, 0.1 * Math.pow(0.96, 33));
  }

  /** A tutorial's rate of an epoch, 0.1 · 0.999 ^ epoch, by the same schedule asked with epochs. */
  @Test
  @Tag("X1")
  void decaysByEpochsWhereItIsAskedWithEpochs() {
    ExponentialDecay decay = ExponentialDecay.of(0.1, 1, 0.999);

    at(decay, 0, 0.1);
    at(decay, 2, 0.0998001);
  }

  @Test
  void staysBetweenBoundaries() {
    PiecewiseConstantDecay decay =
        PiecewiseConstantDecay.of(new long[] {100, 110, 120}, 1.0, 0.1, 0.01, 0.001);

    at(decay, 0, 1.0);
    at(decay, 100, 1.0);
    at(decay, 105, 0.1);
    at(decay, 110, 0.1);
    at(decay, 120, 0.01);
    at(decay, 999, 0.001);
  }

  @Test
  void decaysInAStraightLine() {
    PolynomialDecay decay = PolynomialDecay.of(0.05, 10).endLearningRate(0.001);

    at(PolynomialDecay.of(0.05, 10).endLearningRate(0), 5, 0.05 * 0.5);
    at(decay, 5, (0.05 + 0.001) * 0.5);
    at(decay, 10, 0.001);
    at(decay, 15, 0.001);
    at(decay.cycle(), 15, (0.05 - 0.001) * 0.25 + 0.001);
    at(PolynomialDecay.of(0.001, 10).cycle(), 0, 0.001);
  }

  @Test
  void decaysAlongARoot() {
    PolynomialDecay decay = PolynomialDecay.of(0.05, 10).endLearningRate(0.001).power(0.5);

    at(PolynomialDecay.of(0.05, 10).endLearningRate(0).power(0.5), 5, 0.05 * Math.sqrt(0.5));
    at(decay, 5, (0.05 - 0.001) * Math.sqrt(0.5) + 0.001);
    at(decay, 10, 0.001);
    at(decay.cycle(), 15, (0.05 - 0.001) * 0.5 + 0.001);
  }

  @Test
  void decaysByInverseTime() {
    InverseTimeDecay decay = InverseTimeDecay.of(0.1, 10, 0.96);
    for (int step = 0; step <= 10; step++) {
      at(decay, step, 0.1 / (1 + step / 10.0 * 0.96));
      at(decay.staircase(), step, 0.1 / (1 + 0.96 * Math.floor(step / 10.0)));
    }
  }

  /** test_decay, test_alpha: 1000 steps from 1, at quarters: (1 + cos) / 2 by hand. */
  @Test
  void decaysAlongTheCosine() {
    double quarter = (1 + Math.sqrt(0.5)) / 2;
    double[] falls = {1, quarter, 0.5, 1 - quarter, 0, 0};
    for (int i = 0; i < falls.length; i++) {
      at(CosineDecay.of(1, 1_000), 250L * i, falls[i]);
      at(CosineDecay.of(1, 1_000).alpha(0.1), 250L * i, 0.9 * falls[i] + 0.1);
    }
  }

  /** test_warmup_decay: 2000 steps from 0 to 10, then 1000 down. */
  @Test
  void climbsBeforeItDecays() {
    CosineDecay decay = CosineDecay.of(0, 1_000).warmUp(10, 2_000);

    at(decay, 0, 0);
    at(decay, 250, 1.25);
    at(decay, 1_750, 8.75);
    at(decay, 2_000, 10);
    at(decay, 2_250, 10 * (1 + Math.sqrt(0.5)) / 2);
    at(decay, 2_500, 5);
    at(decay, 2_750, 10 * (1 - Math.sqrt(0.5)) / 2);
    at(decay, 9_999, 0);
  }

  /** CosineDecayRestartsTest: test_decay, test_alpha, test_mmul, test_tmul, by their reference. */
  @Test
  void beginsAgain() {
    CosineDecayRestarts decay = CosineDecayRestarts.of(1, 1_000);
    for (int step = 0; step < 20_000; step += 250) {
      at(decay, step, restarts(step, 2, 1, 0));
      at(decay.alpha(0.1), step, restarts(step, 2, 1, 0.1));
      at(decay.mMul(0.9), step, restarts(step, 2, 0.9, 0));
      at(decay.tMul(1), step, restarts(step, 1, 1, 0));
      at(decay.tMul(1).mMul(0.9), step, restarts(step, 1, 0.9, 0));
      at(decay.tMul(1.5).mMul(0.8).alpha(0.2), step, restarts(step, 1.5, 0.8, 0.2));
    }
    at(decay, 1_000, 1);
    at(decay, 2_000, 0.5);
    at(decay, 3_000, 1);
  }

  private static double restarts(double step, double longer, double lower, double alpha) {
    double period = 1_000;
    double height = 1;
    while (step >= period) {
      step -= period;
      period *= longer;
      height *= lower;
    }
    return (1 - alpha) * height * 0.5 * (1 + Math.cos(Math.PI * step / period)) + alpha;
  }

  @Test
  void warmsUpBeforeAny() {
    LearningRateSchedule decay = ExponentialDecay.of(0.8, 10, 0.5).warmUp(4);

    at(decay, 0, 0);
    at(decay, 1, 0.2);
    at(decay, 3, 0.6);
    at(decay, 4, 0.8);
    at(decay, 14, 0.4);
    at(LearningRateSchedule.constant(0.3).warmUp(3), 1, 0.1);
    at(LearningRateSchedule.constant(0.3).warmUp(3), 100, 0.3);
  }

  @Test
  void saysWhatItIs() {
    assertThat(ExponentialDecay.of(0.8, 10, 0.5).warmUp(4).hyperparameters())
        .containsExactly(
            "exponential_decay.initial_learning_rate",
            0.8,
            "exponential_decay.decay_steps",
            10.0,
            "exponential_decay.decay_rate",
            0.5,
            "exponential_decay.staircase",
            0.0,
            "warm_up.steps",
            4.0)
        .inOrder();
    assertThat(PiecewiseConstantDecay.of(new long[] {7}, 2, 1).toString())
        .isEqualTo(
            "{piecewise_constant_decay.boundaries.0=7.0, piecewise_constant_decay.values.0=2.0,"
                + " piecewise_constant_decay.values.1=1.0}");
    assertThat(PolynomialDecay.of(1, 2).toString()).contains("polynomial_decay.power=1.0");
    assertThat(InverseTimeDecay.of(1, 2, 3).toString()).contains("inverse_time_decay.decay_rate=3");
    assertThat(CosineDecay.of(1, 2).toString()).contains("cosine_decay.alpha=0.0");
    assertThat(CosineDecayRestarts.of(1, 2).toString()).contains("cosine_decay_restarts.t_mul=2.0");
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> ExponentialDecay.of(-1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> ExponentialDecay.of(1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> InverseTimeDecay.of(1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> PolynomialDecay.of(1, 0));
    assertThrows(IllegalArgumentException.class, () -> PolynomialDecay.of(1, 1).power(0));
    assertThrows(IllegalArgumentException.class, () -> CosineDecay.of(1, 0));
    assertThrows(IllegalArgumentException.class, () -> CosineDecay.of(1, 1).warmUp(1, 0));
    assertThrows(IllegalArgumentException.class, () -> CosineDecayRestarts.of(1, 1).tMul(0.5));
    assertThrows(
        IllegalArgumentException.class, () -> LearningRateSchedule.constant(0.1).warmUp(0));
    long[] one = {5};
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> PiecewiseConstantDecay.of(one, 1, 2, 3)))
        .hasMessageThat()
        .isEqualTo("1 boundaries part 2 values, but there are 3: [5] and [1.0, 2.0, 3.0]");
    assertThrows(
        IllegalArgumentException.class,
        () -> PiecewiseConstantDecay.of(new long[] {5, 5}, 1, 2, 3));
  }
}
