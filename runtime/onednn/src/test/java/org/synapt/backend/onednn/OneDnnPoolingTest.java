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
import org.synapt.kernel.Pooling;
import org.synapt.kernel.Windows;

/** Pooling by oneDNN, and by Java where oneDNN would say something else. */
final class OneDnnPoolingTest {
  private static final Windows HALVES = Windows.over(6, 8).sized(2, 2).strides(2, 2);
  private static final Windows OVERLAPPING =
      Windows.over(7, 9).sized(3, 3).strides(2, 2).padding(1, 1, 0, 1);

  /** Its numbers do not fit a byte. */
  private static final Windows LARGE = Windows.over(20, 37).sized(17, 17).strides(3, 20);

  /** What max and its gradient gave. */
  private static final class Result {
    private final float[] y;
    private final float[] dx;

    Result(float[] y, float[] dx) {
      this.y = y;
      this.dx = dx;
    }

    static Result of(Backend backend, int batch, Windows windows, int channels, float... images) {
      int results = batch * windows.count() * channels;
      Buffer x = backend.allocate(images.length);
      x.put(0, images, 0, images.length);
      Buffer saved = backend.allocate(results);
      Buffer y = backend.allocate(results);
      Buffer dy = backend.allocate(results);
      dy.put(0, Site.normal(results), 0, results);
      Buffer dx = backend.allocate(images.length);
      Pooling pooling = backend.kernel(Pooling.class).orElseThrow();
      pooling.max(batch, windows, channels, x, saved, y);
      pooling.maxGradient(batch, windows, channels, dy, saved, dx);
      return new Result(Site.floats(y), Site.floats(dx));
    }
  }

  @ParameterizedTest
  @CsvSource({"32, 26, 32", "128, 26, 32", "32, 32, 32", "128, 32, 32", "32, 15, 64"})
  void runsNoReferenceForImagesOfTheTutorials(int batch, int extent, int channels) {
    Windows windows = Windows.over(extent, extent).sized(2, 2).strides(2, 2);
    List<Implementation> heard =
        Implementations.during(
            () -> {
              try (Site site = Site.of(2)) {
                int results = batch * windows.count() * channels;
                Buffer x = site.zeros(batch * extent * extent * channels);
                Buffer y = site.zeros(results);
                Buffer saved = site.zeros(results);
                Pooling pooling = site.kernel(Pooling.class);
                pooling.max(batch, windows, channels, x, saved, y);
                pooling.max(batch, windows, channels, x, site.zeros(0), y);
                pooling.maxGradient(batch, windows, channels, y, saved, x);
                pooling.average(batch, windows, channels, x, y);
                pooling.averageGradient(batch, windows, channels, y, x);
              }
            });
    assertThat(heard.size()).isAtLeast(5);
    for (Implementation implementation : heard) {
      assertThat(implementation.kind()).isEqualTo("pooling");
      assertWithMessage("%s", implementation).that(implementation.isReference()).isFalse();
    }
  }

  @Test
  void findsTheSameAsJavaWhereNothingIsStrange() {
    for (Windows windows : List.of(HALVES, OVERLAPPING, LARGE)) {
      for (int channels : new int[] {1, 5, 16, 33}) {
        agreesWithJava(windows, channels, images(windows, channels));
      }
    }
  }

  @Test
  void findsTheSameAsJavaAmongInfinities() {
    for (Windows windows : List.of(HALVES, OVERLAPPING, LARGE)) {
      for (int channels : new int[] {1, 5, 16, 33}) {
        float[] x = images(windows, channels);
        for (int i = 0; i < x.length; i++) {
          x[i] = x[i] > 1f ? Float.POSITIVE_INFINITY : x[i] < 0f ? Float.NEGATIVE_INFINITY : x[i];
        }
        agreesWithJava(windows, channels, x);
        Arrays.fill(x, Float.NEGATIVE_INFINITY);
        agreesWithJava(windows, channels, x);
      }
    }
  }

  @Test
  void givesTheGradientOfAWindowWithNaNToTheFirstOfThem() {
    for (Windows windows : List.of(HALVES, OVERLAPPING, LARGE)) {
      for (int channels : new int[] {1, 5, 16, 33}) {
        float[] x = images(windows, channels);
        for (int i = 0; i < x.length; i += 7) {
          x[i] = Float.NaN;
        }
        agreesWithJava(windows, channels, x);
      }
    }
  }

  @Test
  void seesOneNaNAmongManyExamples() {
    Windows windows = Windows.over(26, 26).sized(2, 2).strides(2, 2);
    float[] x = Site.normal(37 * 26 * 26 * 16);
    x[x.length - 3] = Float.NaN;
    Result found;
    try (Site site = Site.of(3)) {
      found = Result.of(site.backend(), 37, windows, 16, x);
    }
    assertThat(found.y[found.y.length - 3]).isNaN();
    assertThat(found.y[found.y.length - 4]).isNotNaN();
  }

  private static float[] images(Windows windows, int channels) {
    return Site.normal(3 * windows.positions() * channels);
  }

  private static void agreesWithJava(Windows windows, int channels, float... x) {
    Result expected;
    try (Backend java = new JavaBackend(new Workers(1))) {
      expected = Result.of(java, 3, windows, channels, x);
    }
    for (int threads = 1; threads <= 3; threads++) {
      try (Site site = Site.of(threads)) {
        Result found = Result.of(site.backend(), 3, windows, channels, x);
        String what = channels + " channels, " + threads + " threads, " + windows;
        assertWithMessage("y, %s", what)
            .that(found.y)
            .usingExactEquality()
            .containsExactly(expected.y)
            .inOrder();
        assertWithMessage("dx, %s", what)
            .that(found.dx)
            .usingTolerance(1e-5)
            .containsExactly(expected.dx)
            .inOrder();
      }
    }
  }
}
