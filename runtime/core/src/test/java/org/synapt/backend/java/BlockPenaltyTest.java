package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.buffer.Buffer;

final class BlockPenaltyTest {

  private static Buffer buffer(float... floats) {
    return new ArrayBuffer(floats, 0, floats.length);
  }

  private static float sum(int threads, float l1, float l2, float... x) {
    try (Workers workers = new Workers(threads)) {
      float[] y = new float[1];
      new BlockPenalty(workers, Buffer::put).sum(x.length, l1, l2, buffer(x), buffer(y));
      return y[0];
    }
  }

  private static float[] ones() {
    float[] ones = new float[25];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The documentation of Keras 3's {@code Regularizer}: of 5 x 5 ones. */
  @Test
  @Tag("R2")
  @Tag("R3")
  void givesWhatTheDocumentationOfKerasSays() {
    assertThat(sum(1, 0, 2, ones())).isEqualTo(50f);
    assertThat(sum(1, 0, 0.5f, ones())).isEqualTo(12.5f);
    assertThat(sum(1, 0.01f, 0, ones())).isWithin(1e-7f).of(0.25f);
  }

  /** Keras 3, {@code regularizers_test.py}: 0.1 · Σ|w| + 0.2 · Σw², and signs do not matter. */
  @Test
  @Tag("R4")
  void addsBothTerms() {
    assertThat(sum(1, 0.1f, 0.2f, 1, -2, 3)).isWithin(1e-6f).of(0.6f + 2.8f);
    assertThat(sum(1, 0.1f, 0.2f, -1, 2, -3)).isWithin(1e-6f).of(0.6f + 2.8f);
    assertThat(sum(1, 0, 0, 1, -2, 3)).isEqualTo(0f);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void givesTheSameBitsForAnyNumberOfThreads(int threads) {
    Random random = new Random(5);
    float[] x = new float[200_003];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }

    assertThat(sum(threads, 0.1f, 0.2f, x)).isEqualTo(sum(1, 0.1f, 0.2f, x));
  }

  @Test
  void isExactToMoreThanAFloatOfManyTermsWouldBe() {
    float[] x = new float[1 << 22];
    Arrays.fill(x, 0.1f);

    double exact = x.length * (double) 0.1f;

    assertThat((double) sum(1, 1, 0, x)).isWithin(exact * 1e-6).of(exact);
  }
}
