package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Update;

/** Rules over native memory. */
final class NativeUpdateTest {
  private static final int FLOATS = 3 * Moments.TILE + 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Engine engine = new Engine(2, Precision.FLOAT32);
  private final NativeUpdate update = new NativeUpdate(engine);
  private final Random random = new Random(5);
  private final Buffer parameters = Training.filled(allocate(FLOATS), random, 1);
  private final Buffer gradients = Training.filled(allocate(FLOATS), random, 1);

  @AfterEach
  void close() {
    engine.close();
  }

  private Buffer allocate(int floats) {
    return new NativeBuffer(new NativeMemory(engine.ledger(), floats), 0, floats);
  }

  /** v = v / 2 + g, p = p − v. */
  private static void momentum(int from, int to, float[] p, float[] g, float[][] state) {
    for (int i = from; i < to; i++) {
      state[0][i] = 0.5f * state[0][i] + g[i];
      p[i] -= state[0][i];
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3077",
    "0, 1024",
    "1024, 2048",
    "1023, 1025",
    "100, 101",
    "100, 3076",
    "2048, 3077",
    "1024, 1024",
    "3077, 3077"
  })
  void updatesARangeAcrossTilesAndNothingElse(int from, int to) {
    for (Buffer moment : new Buffer[] {Moments.of(FLOATS), allocate(FLOATS)}) {
      Training.filled(moment, random, 1);
      float[] p = Training.floats(parameters);
      float[] g = Training.floats(gradients);
      float[] v = Training.floats(moment);
      momentum(from, to, p, g, new float[][] {v});
      update.apply(
          from, to, NativeUpdateTest::momentum, parameters, gradients, new Buffer[] {moment});
      assertSame(parameters, p);
      assertSame(gradients, g);
      assertSame(moment, v);
    }
  }

  @Test
  void takesMomentsThatBeginWithinATile() {
    Buffer moment = Moments.of(FLOATS + 9).slice(9, FLOATS);
    float[] p = Training.floats(parameters);
    float[] v = new float[FLOATS];
    momentum(0, FLOATS, p, Training.floats(gradients), new float[][] {v});
    update.apply(
        0, FLOATS, NativeUpdateTest::momentum, parameters, gradients, new Buffer[] {moment});
    assertSame(parameters, p);
    assertSame(moment, v);
  }

  @Test
  void tellsARuleWhichParametersItSees() {
    update.apply(10, FLOATS - 10, new Position(), parameters, gradients, new Buffer[0]);
    float[] p = Training.floats(parameters);
    for (int i = 10; i < FLOATS - 10; i++) {
      assertThat(p[i]).isEqualTo(i);
    }
  }

  @Test
  void keepsGradientsThatARuleWritesForTheNext() {
    update.apply(0, FLOATS, new Doubling(true), parameters, gradients, new Buffer[0]);
    float[] doubled = Training.floats(gradients);
    update.apply(0, FLOATS, new Doubling(false), parameters, gradients, new Buffer[0]);
    assertSame(gradients, doubled);
    assertThat(Training.floats(parameters)[9]).isEqualTo(2 * doubled[9]);
  }

  @Test
  void saysThatParametersHaveChanged() {
    NativeMemory memory = NativeBuffer.of(parameters).memory();
    long before = memory.version();
    update.apply(0, FLOATS, new Position(), parameters, gradients, new Buffer[0]);
    assertThat(memory.version()).isGreaterThan(before);
  }

  @Test
  void allocatesNothingForAnUpdate() {
    Update.Rule rule = NativeUpdateTest::momentum;
    Buffer[] moments = {Moments.of(FLOATS)};
    long least = Long.MAX_VALUE;
    for (int window = 0; window < 6; window++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (int i = 0; i < 1_000; i++) {
        update.apply(0, FLOATS, rule, parameters, gradients, moments);
      }
      long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, after - before);
    }
    assertThat(least).isEqualTo(0);
  }

  @Test
  void sumsSquaresAlikeForAnyNumberOfThreads() {
    int floats = 300_001;
    int[] ends = {3, 3, 70_000, 299_000, floats};
    double[] one = squares(1, floats, ends);
    assertThat(squares(2, floats, ends)).isEqualTo(one);
    assertThat(squares(3, floats, ends)).isEqualTo(one);
    assertThat(one[1]).isEqualTo(0);
    assertThat(Arrays.stream(one).sum()).isWithin(0.02 * floats).of(floats);
  }

  private static double[] squares(int threads, int floats, int... ends) {
    try (Engine engine = new Engine(threads, Precision.FLOAT32)) {
      Buffer x = new NativeBuffer(new NativeMemory(engine.ledger(), floats), 0, floats);
      Training.filled(x, new Random(1), 1);
      double[] sums = new double[ends.length];
      new NativeUpdate(engine).squares(ends, x, sums);
      return sums;
    }
  }

  private static void assertSame(Buffer found, float[] expected) {
    assertThat(Training.floats(found)).usingExactEquality().containsExactly(expected).inOrder();
  }

  /** p = its position. */
  private static final class Position implements Update.Rule {
    @Override
    public void apply(int from, int to, float[] p, float[] g, float[][] state) {
      apply(0, from, to, p, g, state);
    }

    @Override
    public void apply(int offset, int from, int to, float[] p, float[] g, float[][] state) {
      for (int i = from; i < to; i++) {
        p[i] = offset + i;
      }
    }
  }

  /** g = 2 g, p = g; the first is for the next rule, or not. */
  private record Doubling(boolean writesGradients) implements Update.Rule {
    @Override
    public void apply(int from, int to, float[] p, float[] g, float[][] state) {
      for (int i = from; i < to; i++) {
        g[i] *= 2;
        p[i] = g[i];
      }
    }
  }
}
