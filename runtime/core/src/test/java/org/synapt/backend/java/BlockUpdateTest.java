package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Update;

/** Rules over tiles, on memory that is only copied from and to. */
final class BlockUpdateTest {
  private static final int FLOATS = 3 * Moments.TILE + 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final BlockUpdate update = new BlockUpdate(new Workers(2), Buffer::put);
  private final Random random = new Random(5);
  private final Buffer parameters = filled(array(FLOATS), random);
  private final Buffer gradients = filled(array(FLOATS), random);

  private static Buffer array(int floats) {
    return new ArrayBuffer(new float[floats], 0, floats);
  }

  private static Buffer filled(Buffer buffer, Random random) {
    float[] floats = new float[buffer.length()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    buffer.put(0, floats, 0, floats.length);
    return buffer;
  }

  private static float[] floats(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
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
    for (Buffer moment : new Buffer[] {Moments.of(FLOATS), array(FLOATS)}) {
      filled(moment, random);
      float[] p = floats(parameters);
      float[] g = floats(gradients);
      float[] v = floats(moment);
      momentum(from, to, p, g, new float[][] {v});
      update.apply(
          from, to, BlockUpdateTest::momentum, parameters, gradients, new Buffer[] {moment});
      assertThat(floats(parameters)).isEqualTo(p);
      assertThat(floats(gradients)).isEqualTo(g);
      assertThat(floats(moment)).isEqualTo(v);
    }
  }

  @Test
  void takesSlices() {
    Buffer moment = Moments.of(FLOATS).slice(9, FLOATS - 9);
    float[] p = floats(parameters.slice(3, FLOATS - 9));
    float[] v = new float[FLOATS - 9];
    momentum(0, FLOATS - 9, p, floats(gradients.slice(9, FLOATS - 9)), new float[][] {v});
    update.apply(
        0,
        FLOATS - 9,
        BlockUpdateTest::momentum,
        parameters.slice(3, FLOATS - 9),
        gradients.slice(9, FLOATS - 9),
        new Buffer[] {moment});
    assertThat(floats(parameters.slice(3, FLOATS - 9))).isEqualTo(p);
    assertThat(floats(moment)).isEqualTo(v);
  }

  @Test
  void givesTheSameBitsWithAnyNumberOfThreads() {
    float[][] found = new float[3][];
    for (int threads = 1; threads <= 3; threads++) {
      try (Workers workers = new Workers(threads)) {
        Buffer p = filled(array(100_003), new Random(1));
        Buffer g = filled(array(100_003), new Random(2));
        Buffer[] moments = {Moments.of(100_003)};
        BlockUpdate tiled = new BlockUpdate(workers, Buffer::put);
        for (int step = 0; step < 3; step++) {
          tiled.apply(2, 100_001, BlockUpdateTest::momentum, p, g, moments);
        }
        found[threads - 1] = floats(p);
      }
    }
    assertThat(found[1]).isEqualTo(found[0]);
    assertThat(found[2]).isEqualTo(found[0]);
  }

  @Test
  void tellsARuleWhichParametersItSees() {
    update.apply(10, FLOATS - 10, new Position(), parameters, gradients, new Buffer[0]);
    float[] p = floats(parameters);
    for (int i = 10; i < FLOATS - 10; i++) {
      assertThat(p[i]).isEqualTo(i);
    }
  }

  @Test
  void keepsGradientsThatARuleWritesForTheNext() {
    update.apply(0, FLOATS, new Doubling(true), parameters, gradients, new Buffer[0]);
    float[] doubled = floats(gradients);
    update.apply(0, FLOATS, new Doubling(false), parameters, gradients, new Buffer[0]);
    assertThat(floats(gradients)).isEqualTo(doubled);
    assertThat(floats(parameters)[9]).isEqualTo(2 * doubled[9]);
  }

  @Test
  void saysOnceWhatItHasWritten() {
    List<Buffer> written = new ArrayList<>();
    List<Buffer> done = new ArrayList<>();
    BlockWriting writing =
        new BlockWriting() {
          @Override
          public void write(Buffer to, int at, float[] source, int sourceAt, int count) {
            written.add(to);
            to.put(at, source, sourceAt, count);
          }

          @Override
          public void done(Buffer buffer) {
            done.add(buffer);
          }
        };
    BlockUpdate told = new BlockUpdate(new Workers(1), writing);
    told.apply(5, 1_500, new Doubling(false), parameters, gradients, new Buffer[0]);
    assertThat(written).containsExactly(parameters, parameters);
    assertThat(done).containsExactly(parameters);
    told.apply(5, 6, new Doubling(true), parameters, gradients, new Buffer[0]);
    assertThat(written).containsExactly(parameters, parameters, parameters, gradients).inOrder();
    assertThat(done).containsExactly(parameters, parameters, gradients).inOrder();
  }

  @Test
  void allocatesNothingForAnUpdate() {
    Update.Rule rule = BlockUpdateTest::momentum;
    Buffer[] moments = {Moments.of(FLOATS)};
    int[] ends = {7, FLOATS};
    double[] sums = new double[2];
    long least = Long.MAX_VALUE;
    for (int window = 0; window < 6; window++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (int i = 0; i < 1_000; i++) {
        update.squares(ends, gradients, sums);
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
    try (Workers workers = new Workers(threads)) {
      double[] sums = new double[ends.length];
      new BlockUpdate(workers, Buffer::put)
          .squares(ends, filled(array(floats), new Random(1)), sums);
      return sums;
    }
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
