package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Penalty;

final class Nd4jPenaltyTest {
  private static final float NAN = Float.NaN;
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  /** ND4J says that the sign of NaN is 0, and would hide it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesASlopeThatIsNoNumberToWhatIsNone(boolean here) {
    try (Nd4jBackend backend = new Nd4jBackend(new Workers(1), here)) {
      Penalty penalty = backend.kernel(Penalty.class).orElseThrow();
      Buffer x = Nd4jReduceTest.buffer(backend, NAN, INFINITY, -INFINITY, 0, -3, 1e-40f);
      Buffer dx = backend.allocate(6);

      penalty.gradient(6, 0.5f, 0, x, dx);
      assertThat(Nd4jReduceTest.floats(dx))
          .isEqualTo(new float[] {NAN, 0.5f, -0.5f, 0, -0.5f, 0.5f});

      dx.put(0, new float[] {1, 1, 1, 1, 1, 1}, 0, 6);
      penalty.gradientAdd(6, 0.5f, 0, x, dx);
      assertThat(Nd4jReduceTest.floats(dx)).isEqualTo(new float[] {NAN, 1.5f, 0.5f, 1, 0.5f, 1.5f});
    }
  }

  /** The square of 1e25 is no float, but 1e-17 of it is. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void weighsBeforeItAddsUp(boolean here) {
    try (Nd4jBackend backend = new Nd4jBackend(new Workers(1), here)) {
      Penalty penalty = backend.kernel(Penalty.class).orElseThrow();
      Buffer x = Nd4jReduceTest.buffer(backend, 1e25f, 1e25f);
      Buffer y = backend.allocate(1);
      penalty.sum(2, 0, 1e-17f, x, y);
      assertThat(Nd4jReduceTest.floats(y)[0]).isWithin(1e27f).of(2e33f);
    }
  }
}
