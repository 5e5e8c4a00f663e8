package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;

/** What all optimizers can do, by the numbers of {@code keras/src/optimizers/optimizer_test.py}. */
final class OptionsTest {
  private static final SGD UNIT = SGD.withLearningRate(1);

  /** Every optimizer there is. */
  static List<Descent<?>> all() {
    return Arrays.asList(
        Adadelta.defaults(),
        Adagrad.defaults(),
        Adam.defaults(),
        Adam.defaults().amsgrad(),
        AdamW.defaults(),
        Adamax.defaults(),
        Nadam.defaults(),
        RMSprop.defaults(),
        RMSprop.defaults().momentum(0.9),
        RMSprop.defaults().centered(),
        RMSprop.defaults().centered().momentum(0.9),
        SGD.defaults(),
        SGD.defaults().momentum(0.9),
        SGD.defaults().momentum(0.9).nesterov());
  }

  /** test_clip_norm: (100, 100) becomes (√2/2, √2/2). */
  @Test
  @Tag("O11")
  void clipsByNormAsKerasPublishes() {
    float[] p = new Trial(UNIT.clipNorm(1), 0, 0).step(100, 100).parameters();

    float half = -(float) Math.sqrt(2) / 2;
    assertThat(p).usingTolerance(1e-6).containsExactly(half, half).inOrder();
  }

  /** test_clip_value: (100, 100) becomes (1, 1). */
  @Test
  @Tag("O11")
  void clipsByValueAsKerasPublishes() {
    float[] p = new Trial(UNIT.clipValue(1), 0, 0, 0).step(100, -100, 0.5f).parameters();

    assertThat(p).usingTolerance(0).containsExactly(-1f, 1f, -0.5f).inOrder();
  }

  /** test_global_clip_norm: (50, 100) over its norm. */
  @Test
  @Tag("O11")
  void clipsByTheNormOfAllAsKerasPublishes() {
    int[] ends = {1, 2};
    float[] p = new Trial(UNIT.globalClipNorm(1), 2, ends, 0, 0).step(50, 100).parameters();

    double norm = Math.sqrt(50 * 50 + 100 * 100);
    assertThat((double) p[0]).isWithin(1e-6).of(-50 / norm);
    assertThat((double) p[1]).isWithin(1e-6).of(-100 / norm);
  }

  @Test
  @Tag("O11")
  void clipsEachArrayByItsOwnNormAndLeavesShortOnesAlone() {
    int[] ends = {2, 3, 5};
    float[] p =
        new Trial(UNIT.clipNorm(5), 5, ends, 0, 0, 0, 0, 0).step(30, 40, 4, 3, 4).parameters();

    assertThat(p).usingTolerance(1e-6).containsExactly(-3f, -4f, -4f, -3f, -4f).inOrder();
  }

  @Test
  @Tag("O11")
  void clipsTheSameForAnyNumberOfThreads() {
    int size = 200_003;
    int[] ends = {70_001, 70_002, 150_000, size};
    float[] one = clippedSteps("1", size, ends);

    for (String threads : new String[] {"2", "3", "7"}) {
      assertThat(clippedSteps(threads, size, ends)).usingExactEquality().containsExactly(one);
    }
  }

  private static float[] clippedSteps(String threads, int size, int[] ends) {
    Random random = new Random(1);
    float[] gradients = new float[size];
    for (int i = 0; i < size; i++) {
      gradients[i] = (float) random.nextGaussian();
    }
    Adam adam = Adam.defaults().globalClipNorm(3).weightDecay(0.1).useEma();
    try (Backend backend = Backends.open("java", Collections.singletonMap("threads", threads))) {
      Trial trial = new Trial(backend, adam, 100_000, ends, new float[size]);
      return trial.step(gradients).step(gradients).parameters();
    }
  }

  /** test_gradient_accumulation: three steps make an update. */
  @Test
  void accumulatesAsKerasPublishes() {
    Trial trial = new Trial(UNIT.gradientAccumulationSteps(3), 1, 2, 3, 4);

    trial.step(1, 1, 1, 1);
    assertThat(trial.moment("gradient_accumulator"))
        .usingExactEquality()
        .containsExactly(1f, 1f, 1f, 1f);
    trial.step(1, 1, 1, 1);
    assertThat(trial.moment("gradient_accumulator"))
        .usingExactEquality()
        .containsExactly(2f, 2f, 2f, 2f);
    assertThat(trial.parameters()).usingExactEquality().containsExactly(1f, 2f, 3f, 4f).inOrder();
    trial.step(1, 1, 1, 1);
    assertThat(trial.parameters()).usingTolerance(1e-6).containsExactly(0f, 1f, 2f, 3f).inOrder();
    trial.step(1, 1, 1, 1);
    assertThat(trial.parameters()).usingTolerance(1e-6).containsExactly(0f, 1f, 2f, 3f).inOrder();
    assertThat(trial.optimization().iteration()).isEqualTo(4);
  }

  /** The weight decay of each {@code *_test.py}: three steps by gradients of 0 leave 1.9760959. */
  @Test
  void decaysWeightsAsKerasPublishesAndNothingElse() {
    for (Descent<?> optimizer : all()) {
      Trial trial = new Trial(withRateOne(optimizer).weightDecay(0.004), 1, new int[] {2}, 2, 2);
      trial.step(0, 0).step(0, 0).step(0, 0);

      assertThat(trial.parameters()[0]).isWithin(1e-6f).of(1.9760959f);
      assertThat(trial.parameters()[1]).isEqualTo(2f);
    }
  }

  private static Descent<?> withRateOne(Descent<?> optimizer) {
    return optimizer.with(UpdateOptions.of(1));
  }

  @Test
  @Tag("O4")
  void decaysTheRateOfEveryOptimizerFromTheRateThatWasSet() {
    for (Descent<?> optimizer : all()) {
      Optimizer.Rule rule = optimizer.rule();
      float[] decayed = {1};
      float[][] state = new float[optimizer.moments().size()][1];
      Trial trial = new Trial(optimizer.weightDecay(0).decay(0.5), 1);
      for (int t = 0; t < 5; t++) {
        rule.begin(t, optimizer.learningRate() / (1 + 0.5 * t));
        rule.apply(0, 1, decayed, new float[] {0.3f}, state);
        trial.step(0.3f);
      }

      assertThat(trial.parameters()[0]).isEqualTo(decayed[0]);
      assertThat(trial.optimization().learningRate()).isEqualTo(optimizer.learningRate());
    }
  }

  @Test
  void remembersNoDenormalNumbers() {
    for (Descent<?> optimizer : all()) {
      Descent<?> averaging = optimizer.weightDecay(0.5).emaMomentum(0.9);
      Trial trial = new Trial(averaging, 1e-3f).step(1e-3f);
      for (int i = 0; i < 5_000; i++) {
        trial.step(0);
        for (String moment : averaging.moments()) {
          assertNormal(trial.moment(moment)[0]);
        }
        assertNormal(trial.parameters()[0]);
      }
    }
  }

  /** Means of squares fade so slowly that this takes steps without a trial around them. */
  @Test
  void forgetsSquaresWithoutDenormalNumbers() {
    for (Descent<?> optimizer : all()) {
      Optimizer.Rule rule = optimizer.rule();
      float[] p = {1};
      float[] none = {0};
      float[][] state = new float[optimizer.moments().size()][1];
      rule.begin(0, 1e-3);
      rule.apply(0, 1, p, new float[] {1e-6f}, state);
      for (int i = 1; i < 150_000; i++) {
        rule.begin(i, 1e-3);
        rule.apply(0, 1, p, none, state);
        for (float[] moment : state) {
          assertNormal(moment[0]);
        }
      }
    }
  }

  private static void assertNormal(float number) {
    assertThat(number == 0 || Math.abs(number) >= Float.MIN_NORMAL).isTrue();
  }

  @Test
  void isAValue() {
    Adam adam = Adam.withLearningRate(1e-3);
    Adam other = adam.clipNorm(1).weightDecay(4e-3).useEma().gradientAccumulationSteps(4);

    assertThat(adam.hyperparameters()).doesNotContainKey("clipnorm");
    assertThat(other.hyperparameters())
        .containsAtLeast(
            "clipnorm",
            1.0,
            "weight_decay",
            4e-3,
            "ema_momentum",
            0.99,
            "gradient_accumulation_steps",
            4.0);
    assertThat(other.moments())
        .containsExactly("m", "v", "gradient_accumulator", "average")
        .inOrder();
    assertThat(other.toString()).startsWith("adam{lr=0.001, beta_1=0.9");
  }

  /** test_clip_args. */
  @Test
  @Tag("O11")
  void refusesTwoWaysToClip() {
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> UNIT.clipNorm(0.1).globalClipNorm(0.2)))
        .hasMessageThat()
        .isEqualTo(
            "clipnorm=0.1 and global_clipnorm=0.2 exclude each other; choose one way to clip");
    assertThrows(IllegalArgumentException.class, () -> UNIT.clipNorm(0.1).clipValue(0.1));
    assertThrows(IllegalArgumentException.class, () -> UNIT.globalClipNorm(0.1).clipValue(0.1));
  }

  @Test
  void refusesOptionsThatSayNothing() {
    assertThrows(IllegalArgumentException.class, () -> UNIT.clipNorm(0));
    assertThrows(IllegalArgumentException.class, () -> UNIT.clipValue(-1));
    assertThrows(IllegalArgumentException.class, () -> UNIT.globalClipNorm(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> UNIT.weightDecay(-1));
    assertThrows(IllegalArgumentException.class, () -> UNIT.gradientAccumulationSteps(0));
    assertThrows(IllegalArgumentException.class, () -> UNIT.emaMomentum(1));
    assertThrows(IllegalArgumentException.class, () -> UNIT.useEma().emaOverwriteFrequency(0));
    assertThat(assertThrows(IllegalArgumentException.class, () -> UNIT.emaOverwriteFrequency(2)))
        .hasMessageThat()
        .contains("call useEma first");
    SGD scheduled = SGD.withLearningRate(InverseTimeDecay.of(0.1, 10, 1));
    assertThat(assertThrows(IllegalArgumentException.class, () -> scheduled.decay(0.5)))
        .hasMessageThat()
        .isEqualTo("the learning rate has a schedule and decay=0.5; leave one away");
  }
}
