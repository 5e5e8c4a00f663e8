package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.synapt.buffer.Buffer;

final class JavaInterpolationTest {

  private static Buffer buffer(float... floats) {
    return new ArrayBuffer(floats, 0, floats.length);
  }

  /** ONNX 1.22.0, {@code test_resize_upsample_scales_linear}: 2 x 2 to 4 x 4. */
  @Test
  void makesWhatTheTestsOfOnnxSay() {
    float[] rows = new float[8];
    float[] y = new float[16];
    try (Workers workers = new Workers(1)) {
      JavaInterpolation kernel = new JavaInterpolation(workers);
      kernel.linear(1, 2, 2, 2, buffer(1, 2, 3, 4), buffer(rows));
      kernel.linear(4, 2, 2, 1, buffer(rows), buffer(y));
    }

    assertThat(y)
        .isEqualTo(
            new float[] {
              1.0f, 1.25f, 1.75f, 2.0f,
              1.5f, 1.75f, 2.25f, 2.5f,
              2.5f, 2.75f, 3.25f, 3.5f,
              3.0f, 3.25f, 3.75f, 4.0f
            });
  }

  @Test
  void givesBackToEachElementWhatItGave() {
    float[] dx = new float[3];
    try (Workers workers = new Workers(1)) {
      new JavaInterpolation(workers)
          .linearGradient(1, 3, 2, 1, buffer(1, 10, 100, 1_000, 10_000, 100_000), buffer(dx));
    }

    assertThat(dx)
        .isEqualTo(
            new float[] {1 + 7.5f + 25f, 2.5f + 75f + 750f + 2_500f, 250f + 7_500f + 100_000f});
  }

  @Test
  void aFactorOfOneChangesNothing() {
    float[] x = {3, -1, 4};
    float[] y = new float[3];
    float[] dx = new float[3];
    try (Workers workers = new Workers(1)) {
      JavaInterpolation kernel = new JavaInterpolation(workers);
      kernel.linear(1, 3, 1, 1, buffer(x), buffer(y));
      kernel.linearGradient(1, 3, 1, 1, buffer(x), buffer(dx));
    }

    assertThat(y).isEqualTo(x);
    assertThat(dx).isEqualTo(x);
  }
}
