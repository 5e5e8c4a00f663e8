package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.buffer.Buffer;

final class OptimizationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What steps allocate shows in every window; what HotSpot does once, in a few. */
  private static final int WINDOWS = 5;

  private static final List<LearningRateSchedule> SCHEDULES =
      Arrays.asList(
          ExponentialDecay.of(0.1, 7, 0.9),
          InverseTimeDecay.of(0.1, 7, 0.9),
          PiecewiseConstantDecay.of(new long[] {5, 9}, 0.1, 0.05, 0.01),
          PolynomialDecay.of(0.1, 100).power(1.7).cycle(),
          CosineDecay.of(0.1, 50).alpha(0.1).warmUp(0.2, 5),
          CosineDecayRestarts.of(0.1, 10).mMul(0.9),
          ExponentialDecay.of(0.1, 7, 0.9).warmUp(4));

  /** Every optimizer with all that can be had together, and Adam with every schedule. */
  private static List<Optimizer> everything() {
    List<Optimizer> optimizers = new ArrayList<>();
    for (Descent<?> optimizer : OptionsTest.all()) {
      optimizers.add(optimizer);
      optimizers.add(optimizer.clipValue(1).decay(0.1));
      optimizers.add(
          optimizer
              .clipNorm(1)
              .weightDecay(0.1)
              .gradientAccumulationSteps(3)
              .emaMomentum(0.9)
              .emaOverwriteFrequency(4));
    }
    for (LearningRateSchedule schedule : SCHEDULES) {
      optimizers.add(Adam.withLearningRate(schedule).globalClipNorm(1));
    }
    return optimizers;
  }

  /**
   * test_fit_lr_correctness of {@code learning_rate_schedule_test.py}: y = x · W + b of ones from x
   * = y = 0…31 in pairs, batches of four, mean squared error, three epochs of Adam.
   */
  @Test
  @Tag("O8")
  @Tag("O14")
  void reportsTheLossesThatKerasPublishesForAdamWithExponentialDecay() {
    Adam adam = Adam.withLearningRate(ExponentialDecay.of(0.05, 1, 0.9)).epsilon(1e-7);
    // W row by row, then b.
    Trial trial = new Trial(adam, 4, new int[] {4, 6}, 1, 1, 1, 1, 1, 1);
    double[] published = {230.79457092285156, 128.30319213867188, 79.33648681640625};

    for (double expected : published) {
      double loss = 0;
      for (int batch = 0; batch < 4; batch++) {
        float[] gradient = new float[6];
        loss += batchOfFour(batch, trial.parameters(), gradient) / 4;
        trial.step(gradient);
      }
      assertThat(loss).isWithin(5e-5 * expected).of(expected);
    }
  }

  private static double batchOfFour(int batch, float[] p, float[] gradient) {
    double loss = 0;
    for (int row = 4 * batch; row < 4 * batch + 4; row++) {
      float[] x = {2 * row, 2 * row + 1};
      for (int unit = 0; unit < 2; unit++) {
        double error = x[0] * p[unit] + x[1] * p[2 + unit] + p[4 + unit] - x[unit];
        loss += error * error / 8;
        gradient[unit] += (float) (2 * error * x[0] / 8);
        gradient[2 + unit] += (float) (2 * error * x[1] / 8);
        gradient[4 + unit] += (float) (2 * error / 8);
      }
    }
    return loss;
  }

  @Test
  void asksTheScheduleWithTheNumberOfUpdates() {
    SGD sgd = SGD.withLearningRate((LearningRateSchedule) step -> 1 + step);
    Trial every = new Trial(sgd, 0).step(1).step(1);
    assertThat(every.parameters()[0]).isEqualTo(-3f);
    assertThat(every.optimization().learningRate()).isEqualTo(3.0);
    assertThat(sgd.learningRate()).isEqualTo(1.0);

    Trial second = new Trial(sgd.gradientAccumulationSteps(2), 0);
    second.step(1).step(1).step(1).step(1);
    assertThat(second.parameters()[0]).isEqualTo(-3f);
  }

  @Test
  void letsNobodyElseSetARateThatHasASchedule() {
    Trial trial = new Trial(SGD.withLearningRate(ExponentialDecay.of(0.5, 1, 0.5)), 0).step(1);

    trial.optimization().learningRate(0.25);
    assertThat(
            assertThrows(IllegalStateException.class, () -> trial.optimization().learningRate(0.1)))
        .hasMessageThat()
        .isEqualTo(
            "the learning rate cannot be set to 0.1: a schedule gives it, now 0.25; give the"
                + " optimizer a number instead");
  }

  @Test
  void setsTheRateThatHasNone() {
    Trial trial = new Trial(SGD.withLearningRate(1), 0).step(1);
    trial.optimization().learningRate(10);

    assertThat(trial.step(1).parameters()[0]).isEqualTo(-11f);
    assertThat(trial.optimization().learningRate()).isEqualTo(10.0);
    assertThrows(
        IllegalArgumentException.class, () -> trial.optimization().learningRate(Double.NaN));
  }

  @Test
  void refusesWhatAScheduleMustNotGive() {
    Trial trial = new Trial(SGD.withLearningRate((LearningRateSchedule) step -> 1 - step), 0);
    trial.step(1).step(1);

    assertThat(assertThrows(IllegalStateException.class, () -> trial.step(1)))
        .hasMessageThat()
        .isEqualTo("the schedule gives the learning rate -1.0 for step 2");
    assertThrows(
        IllegalArgumentException.class,
        () -> SGD.withLearningRate((LearningRateSchedule) step -> Double.NaN));
  }

  @Test
  void goesOnToTheBitFromWhatIsSaved() {
    for (Optimizer optimizer : everything()) {
      Trial through = new Trial(optimizer, 1, new int[] {2, 3}, 1, -2, 3);
      steps(through, 0, 8);
      Trial takenUp = new Trial(optimizer, 1, new int[] {2, 3}, through.parameters());
      copy(through.optimization(), takenUp.optimization());

      assertWithMessage(optimizer.toString())
          .that(steps(takenUp, 8, 20))
          .usingExactEquality()
          .containsExactly(steps(through, 8, 20))
          .inOrder();
    }
  }

  private static float[] steps(Trial trial, int from, int to) {
    for (int i = from; i < to; i++) {
      trial.step(0.5f * i - 3, 0.1f, 2 - i);
    }
    return trial.parameters();
  }

  /** What {@code persistence} stores. */
  private static void copy(Optimization from, Optimization to) {
    for (Map.Entry<String, Buffer> moment : from.moments().entrySet()) {
      float[] floats = new float[moment.getValue().length()];
      moment.getValue().get(0, floats, 0, floats.length);
      to.moments().get(moment.getKey()).put(0, floats, 0, floats.length);
    }
    to.iteration(from.iteration());
    to.learningRate(from.learningRate());
  }

  @Test
  void allocatesNothing() {
    for (Optimizer optimizer : everything()) {
      Trial trial = new Trial(optimizer, 1, new int[] {2, 3}, 1, -2, 3);
      float[] gradient = {1, 2, 3};
      long least = Long.MAX_VALUE;
      for (int i = 0; i <= WINDOWS; i++) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int step = 0; step < 500; step++) {
          trial.step(gradient);
        }
        long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        least = Math.min(least, after - before);
      }
      assertWithMessage(optimizer.toString()).that(least).isEqualTo(0);
    }
  }
}
