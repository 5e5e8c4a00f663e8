package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.backend.Backend;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchNormalization;

/** Batch normalization by oneDNN on one thread, and by Java on several. */
final class OneDnnBatchNormalizationTest {
  private static final float MOMENTUM = 0.9f;
  private static final float EPSILON = 1e-3f;

  /**
   * Of variances of 68, a tenth of which counts: 1.4e-5 of that is what oneDNN's rounding makes.
   */
  private static final double VARIANCE_ERROR = 3e-4;

  /** All that forward and gradient gave. */
  private static final class Result {
    private final float[] mean;
    private final float[] variance;
    private final float[] y;
    private final float[] dgamma;
    private final float[] dx;

    Result(float[] mean, float[] variance, float[] y, float[] dgamma, float[] dx) {
      this.mean = mean;
      this.variance = variance;
      this.y = y;
      this.dgamma = dgamma;
      this.dx = dx;
    }

    static Result of(Backend backend, int columns, boolean training, float... values) {
      int rows = values.length / columns;
      Buffer x = copy(backend, values);
      Buffer gamma = copy(backend, Site.normal(columns));
      Buffer beta = copy(backend, Site.normal(columns));
      Buffer mean = copy(backend, new float[columns]);
      Buffer variance = copy(backend, ones(columns));
      Buffer saved = backend.allocate(2 * columns);
      Buffer y = backend.allocate(values.length);
      Buffer dx = copy(backend, Site.normal(values.length + 1));
      Buffer dgamma = backend.allocate(columns);
      Buffer dbeta = backend.allocate(columns);
      BatchNormalization kernel = backend.kernel(BatchNormalization.class).orElseThrow();
      kernel.forward(
          rows, columns, training, MOMENTUM, EPSILON, x, gamma, beta, mean, variance, saved, y);
      kernel.gradient(rows, columns, training, x, gamma, saved, dx, dgamma, dbeta, dx);
      return new Result(
          Site.floats(mean),
          Site.floats(variance),
          Site.floats(y),
          Site.floats(dgamma),
          Site.floats(dx));
    }

    private static Buffer copy(Backend backend, float... values) {
      Buffer buffer = backend.allocate(values.length);
      buffer.put(0, values, 0, values.length);
      return buffer;
    }

    private static float[] ones(int count) {
      float[] ones = new float[count];
      Arrays.fill(ones, 1f);
      return ones;
    }

    void agreesWith(Result expected, String what) {
      agree("moving mean, " + what, expected.mean, mean, 1e-4);
      agree("moving variance, " + what, expected.variance, variance, VARIANCE_ERROR);
      agree("y, " + what, expected.y, y, 1e-3);
      agree("dgamma, " + what, expected.dgamma, dgamma, 0.1);
      agree("dx, " + what, expected.dx, dx, 1e-3);
    }

    private static void agree(String what, float[] expected, float[] found, double tolerance) {
      assertWithMessage(what).that(found.length).isEqualTo(expected.length);
      double worst = 0;
      for (int i = 0; i < found.length; i++) {
        worst = Math.max(worst, Math.abs((double) found[i] - expected[i]));
      }
      assertWithMessage(what).that(worst).isLessThan(tolerance);
    }

    void isTheSameAs(Result other) {
      assertThat(Arrays.mismatch(mean, other.mean)).isEqualTo(-1);
      assertThat(Arrays.mismatch(variance, other.variance)).isEqualTo(-1);
      assertThat(Arrays.mismatch(y, other.y)).isEqualTo(-1);
      assertThat(Arrays.mismatch(dgamma, other.dgamma)).isEqualTo(-1);
      assertThat(Arrays.mismatch(dx, other.dx)).isEqualTo(-1);
    }
  }

  private static Result on(int threads, int columns, boolean training, float... values) {
    try (Site site = Site.of(threads)) {
      return Result.of(site.backend(), columns, training, values);
    }
  }

  private static float[] far(int floats) {
    float[] x = Site.normal(floats);
    for (int i = 0; i < floats; i++) {
      x[i] = 10f * (i % 3) + x[i];
    }
    return x;
  }

  @ParameterizedTest
  @CsvSource({"32768, 16", "8192, 32", "2048, 64", "20011, 3", "70001, 1", "100, 3000"})
  void agreesWithJavaWhoeverComputesIt(int rows, int columns) {
    float[] x = far(rows * columns);
    for (boolean training : new boolean[] {true, false}) {
      Result expected;
      try (Backend java = new JavaBackend(new Workers(1))) {
        expected = Result.of(java, columns, training, x);
      }
      for (int threads = 1; threads <= 3; threads++) {
        String what = rows + " x " + columns + " on " + threads + " threads";
        on(threads, columns, training, x).agreesWith(expected, what);
      }
    }
  }

  @Test
  void hasTheSameBitsRunAfterRun() {
    float[] x = far(32_768 * 16);
    for (int threads = 1; threads <= 3; threads++) {
      on(threads, 16, true, x).isTheSameAs(on(threads, 16, true, x));
    }
  }

  @Test
  void hasTheSameBitsForAnyNumberOfThreadsThatShareIt() {
    float[] x = far(32_768 * 16);
    on(2, 16, true, x).isTheSameAs(on(3, 16, true, x));
  }

  @Test
  void keepsTheVarianceOfWhatIsFarFromZero() {
    float[] x = Site.normal(65_536 * 16);
    for (int i = 0; i < x.length; i++) {
      x[i] = 1_000 + (i / 16 % 2 == 0 ? 1f : -1f);
    }
    for (int threads = 1; threads <= 2; threads++) {
      float[] variance = on(threads, 16, true, x).variance;
      assertThat(variance[3]).isWithin(1e-6f).of(MOMENTUM + (1f - MOMENTUM));
    }
  }

  @Test
  void keepsTheVarianceWhereTheFirstRowsAreUnlikeAllOthers() {
    float[] x = Site.normal(65_536 * 16);
    for (int i = 0; i < x.length; i++) {
      x[i] = i < 16 * 64 ? 1_000f : i / 16 % 2 == 0 ? 1f : -1f;
    }
    double share = 64.0 / 65_536;
    double expected = 0.9 + 0.1 * (1e6 * share + 1 - share - 1e6 * share * share);
    float[] variance = on(2, 16, true, x).variance;
    assertThat(variance[3] / expected).isWithin(1e-5).of(1.0);
  }

  @Test
  void isLeftToJavaWhereOneDnnWouldRoundTooOften() {
    List<Implementation> heard =
        Implementations.during(() -> on(1, 16, true, Site.normal(32_769 * 16)));
    assertThat(heard).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"32768, 16, 1", "8192, 32, 1", "8192, 32, 2", "2048, 64, 2"})
  void runsNoReferenceWhereOneDnnDoesIt(int rows, int columns, int threads) {
    List<Implementation> heard =
        Implementations.during(
            () -> {
              on(threads, columns, true, Site.normal(rows * columns));
              on(threads, columns, false, Site.normal(rows * columns));
            });
    assertThat(heard).hasSize(4);
    for (Implementation implementation : heard) {
      assertWithMessage("%s", implementation).that(implementation.isReference()).isFalse();
    }
  }

  @Test
  void isSharedWhereItIsLarge() {
    List<Implementation> heard =
        Implementations.during(() -> on(2, 16, true, Site.normal(32_768 * 16)));
    assertThat(heard).isEmpty();
  }

  /**
   * Weights lie beside scales and statistics; who keeps a copy of them must not copy them again.
   */
  @Test
  void aPredictionChangesNoParameters() {
    try (Backend backend = new OneDnnBackend(1, Precision.FLOAT32)) {
      Buffer parameters = backend.allocate(64);
      Buffer x = backend.allocate(100 * 16);
      Buffer saved = backend.allocate(32);
      Buffer y = backend.allocate(100 * 16);
      NativeMemory memory = NativeBuffer.of(parameters).memory();
      long before = memory.version();
      backend
          .kernel(BatchNormalization.class)
          .orElseThrow()
          .forward(
              100,
              16,
              false,
              0.9f,
              1e-3f,
              x,
              parameters.slice(0, 16),
              parameters.slice(16, 16),
              parameters.slice(32, 16),
              parameters.slice(48, 16),
              saved,
              y);
      assertThat(memory.version()).isEqualTo(before);
    }
  }
}
