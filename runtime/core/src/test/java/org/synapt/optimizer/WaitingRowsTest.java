package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.synapt.buffer.Buffer;

/** Rows that wait end with the bits that they would have if every row were moved in every step. */
final class WaitingRowsTest {
  /** More updates than are remembered. */
  private static final int STEPS = 2 * UpdateHistory.LENGTH + 100;

  static Stream<Optimizer> optimizers() {
    List<Optimizer> all = new ArrayList<>(OptionsTest.all());
    all.add(Adam.defaults().epsilon(0));
    all.add(Adam.defaults().clipValue(0.5));
    all.add(Adam.defaults().clipNorm(0.5));
    all.add(Adam.defaults().globalClipNorm(0.5));
    all.add(Adam.defaults().weightDecay(0.01));
    all.add(Adam.defaults().decay(0.01));
    all.add(Adam.defaults().useEma());
    all.add(SGD.withLearningRate(0.1).momentum(0.5).useEma().emaOverwriteFrequency(7));
    all.add(Adam.defaults().gradientAccumulationSteps(3));
    all.add(Adam.withLearningRate(CosineDecay.of(0.01, 400)));
    all.add(Nadam.withLearningRate(ExponentialDecay.of(0.01, 10, 0.9)));
    all.add(RMSprop.defaults().clipNorm(1).weightDecay(0.1));
    all.add(SGD.withLearningRate(1e38));
    all.add(new Counting());
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void waitingChangesNoBit(Optimizer optimizer) {
    try (Tables waiting = new Tables(optimizer, true, 11);
        Tables dense = new Tables(optimizer, false, 11)) {
      waiting.steps(STEPS);
      dense.steps(STEPS);

      agree(waiting, dense);
    }
  }

  private static void agree(Tables waiting, Tables dense) {
    same("parameters", waiting.parameters(), dense.parameters());
    Map<String, Buffer> expected = dense.moments();
    waiting
        .moments()
        .forEach(
            (name, moment) -> same(name, Tables.floats(moment), Tables.floats(expected.get(name))));
  }

  private static void same(String what, float[] found, float[] expected) {
    assertThat(found.length).isEqualTo(expected.length);
    for (int i = 0; i < found.length; i++) {
      if (Float.floatToIntBits(found[i]) != Float.floatToIntBits(expected[i])) {
        assertWithMessage("%s[%s]", what, i).that(found[i]).isEqualTo(expected[i]);
      }
    }
  }

  @Test
  void rowsWait() {
    try (Tables waiting = new Tables(Adam.defaults(), true, 3);
        Tables dense = new Tables(Adam.defaults(), false, 3)) {
      waiting.steps(50);
      dense.steps(50);

      assertThat(waiting.large().waits()).isTrue();
      assertThat(waiting.asTheyLie()).isNotEqualTo(dense.asTheyLie());
      same("parameters", waiting.parameters(), dense.parameters());
    }
  }

  @Test
  void threadsChangeNoBit() {
    try (Tables one = new Tables(Nadam.defaults(), true, 4, 1);
        Tables three = new Tables(Nadam.defaults(), true, 4, 3)) {
      agree(one.steps(STEPS), three.steps(STEPS));
    }
  }

  @Test
  void aLookEveryNowAndThenChangesNoBit() {
    try (Tables waiting = new Tables(Adam.defaults(), true, 5);
        Tables dense = new Tables(Adam.defaults(), false, 5)) {
      for (int i = 0; i < 9; i++) {
        waiting.steps(7 * i);
        dense.steps(7 * i);
        same("parameters", waiting.parameters(), dense.parameters());
        waiting.optimization().learningRate(0.01 / (1 + i));
        dense.optimization().learningRate(0.01 / (1 + i));
      }
      agree(waiting, dense);
    }
  }

  @Test
  void aNormThatIsNoNumberReachesEveryRow() {
    try (Tables waiting = new Tables(Adam.defaults().globalClipNorm(1), true, 6);
        Tables dense = new Tables(Adam.defaults().globalClipNorm(1), false, 6)) {
      agree(waiting.steps(20).step(Float.NaN).steps(5), dense.steps(20).step(Float.NaN).steps(5));
      assertThat(waiting.asTheyLie()[waiting.largeAt()]).isNaN();
    }
  }

  @Test
  void aRateThatIsInfiniteReachesEveryRow() {
    try (Tables waiting = new Tables(SGD.withLearningRate(0.1).momentum(0.9), true, 7);
        Tables dense = new Tables(SGD.withLearningRate(0.1).momentum(0.9), false, 7)) {
      for (Tables tables : new Tables[] {waiting, dense}) {
        tables.steps(700);
        tables.optimization().learningRate(1e39);
        tables.step(1);
        tables.optimization().learningRate(0.1);
        tables.steps(3);
      }
      agree(waiting, dense);
    }
  }

  @Test
  void twoOptimizersTakeTurns() {
    try (Tables waiting = new Tables(Adam.defaults(), true, 8);
        Tables dense = new Tables(Adam.defaults(), false, 8)) {
      for (Tables tables : new Tables[] {waiting, dense}) {
        Optimization adam = tables.steps(30).optimization();
        Optimization sgd = tables.optimize(SGD.withLearningRate(0.1).momentum(0.9));
        tables.steps(40);
        tables.take(adam);
        tables.steps(50);
        tables.optimize(new Counting());
        tables.steps(5);
        tables.take(sgd);
        tables.steps(30);
      }
      agree(waiting, dense);
    }
  }

  @Test
  void takesATrainingUpWithTheSameBits() {
    try (Tables whole = new Tables(Adam.defaults(), true, 9);
        Tables parts = new Tables(Adam.defaults(), true, 9)) {
      whole.steps(300);
      parts.steps(120);
      Map<String, Buffer> before = parts.moments();
      Optimization later = parts.optimize(Adam.defaults());
      Map<String, Buffer> after = later.moments();
      before.forEach(
          (name, moment) -> after.get(name).put(0, Tables.floats(moment), 0, moment.length()));
      later.iteration(120);
      parts.steps(180);

      agree(parts, whole);
    }
  }

  @Test
  void whatIsSharedNeverWaits() {
    try (Tables waiting = new Tables(Adam.defaults(), true, 10);
        Tables dense = new Tables(Adam.defaults(), false, 10)) {
      waiting.steps(20).large().share();
      waiting.steps(20);
      dense.steps(40);

      assertThat(waiting.large().waits()).isFalse();
      int rows = waiting.large().rows() * waiting.large().columns();
      for (int i = 0; i < rows; i++) {
        int at = waiting.largeAt() + i;
        assertThat(waiting.asTheyLie()[at]).isEqualTo(dense.asTheyLie()[at]);
      }
      agree(waiting, dense);
    }
  }

  @Test
  void endsATrainingUpToDate() {
    try (Tables waiting = new Tables(Adam.defaults().useEma(), true, 12);
        Tables dense = new Tables(Adam.defaults().useEma(), false, 12)) {
      waiting.steps(33).optimization().finish();
      dense.steps(33).optimization().finish();

      same("parameters", waiting.asTheyLie(), dense.asTheyLie());
    }
  }

  @Test
  void evaluatesWithTheAverageOfAllRows() {
    try (Tables waiting = new Tables(Adam.defaults().useEma(), true, 13);
        Tables dense = new Tables(Adam.defaults().useEma(), false, 13)) {
      for (int i = 0; i < 3; i++) {
        waiting.steps(33).optimization().exchangeAverage();
        dense.steps(33).optimization().exchangeAverage();
        same("averages", waiting.parameters(), dense.parameters());
        waiting.optimization().exchangeAverage();
        dense.optimization().exchangeAverage();
      }
      agree(waiting.steps(10), dense.steps(10));
    }
  }

  /** Of the user's own, with a memory beside the arrays: it says nothing about waiting. */
  private static final class Counting implements Optimizer {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public double learningRate() {
      return 0.1;
    }

    @Override
    public List<String> moments() {
      return Collections.singletonList("m");
    }

    @Override
    public Map<String, Double> hyperparameters() {
      return Collections.emptyMap();
    }

    @Override
    public Rule rule() {
      return new Rule() {
        private int begins;

        @Override
        public void begin(long iteration, double learningRate) {
          begins++;
        }

        @Override
        public void apply(int from, int to, float[] p, float[] g, float[][] state) {
          for (int i = from; i < to; i++) {
            state[0][i] = 0.5f * state[0][i] + g[i];
            p[i] -= 0.01f * state[0][i] / begins + 1e-3f;
          }
        }
      };
    }
  }
}
