package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.backend.java.BlockUpdate;
import org.synapt.backend.java.Moments;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Update;

/** Rules over native memory. */
final class NativeUpdateTest {
  private static final int FLOATS = 3 * 1024 + 5;

  private final Engine engine = new Engine(2, Precision.FLOAT32);
  private final Update update = new BlockUpdate(engine.workers(), NativeWriting.BLOCKS);
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
  @CsvSource({"0, 3077", "1023, 1025", "100, 3076", "1024, 1024"})
  void updatesARangeAndNothingElse(int from, int to) {
    Buffer[] moments = {
      Moments.of(FLOATS), allocate(FLOATS), Moments.of(FLOATS + 9).slice(9, FLOATS)
    };
    for (Buffer moment : moments) {
      Training.filled(moment, random, 1);
      float[] p = Training.floats(parameters);
      float[] g = Training.floats(gradients);
      float[] v = Training.floats(moment);
      momentum(from, to, p, g, new float[][] {v});
      update.apply(
          from, to, NativeUpdateTest::momentum, parameters, gradients, new Buffer[] {moment});
      assertThat(Training.floats(parameters)).isEqualTo(p);
      assertThat(Training.floats(gradients)).isEqualTo(g);
      assertThat(Training.floats(moment)).isEqualTo(v);
    }
  }

  /** Whoever keeps something made of parameters asks; threads that write tiles do not count. */
  @Test
  void saysOnceThatParametersHaveChanged() {
    NativeMemory memory = NativeBuffer.of(parameters).memory();
    long before = memory.version();
    Buffer[] moments = {Moments.of(FLOATS)};
    update.apply(0, FLOATS, NativeUpdateTest::momentum, parameters, gradients, moments);
    assertThat(memory.version()).isEqualTo(before + 1);
  }
}
