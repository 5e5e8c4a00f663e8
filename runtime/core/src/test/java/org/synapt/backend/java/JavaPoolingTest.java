package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Windows;

final class JavaPoolingTest {
  private static final Windows PAIRS = Windows.over(4).sized(2).strides(2);

  private static Buffer buffer(float... floats) {
    return new ArrayBuffer(floats, 0, floats.length);
  }

  private static float[] normal(int length) {
    Random random = new Random(11);
    float[] floats = new float[length];
    for (int i = 0; i < length; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    return floats;
  }

  /** What max gives for one channel and one example, and behind it the gradient of 1, 2, 3 …. */
  private static float[] maxAndGradient(Windows windows, float... x) {
    int count = windows.count();
    float[] both = new float[count + x.length];
    float[] dy = new float[count];
    Arrays.fill(both, Float.NaN);
    for (int i = 0; i < count; i++) {
      dy[i] = i + 1;
    }
    Buffer saved = buffer(new float[count]);
    try (Workers workers = new Workers(1)) {
      JavaPooling pooling = new JavaPooling(workers);
      pooling.max(1, windows, 1, buffer(x), saved, new ArrayBuffer(both, 0, count));
      pooling.maxGradient(1, windows, 1, buffer(dy), saved, new ArrayBuffer(both, count, x.length));
    }
    return both;
  }

  @Test
  @Tag("L6")
  void theFirstOfSeveralTakesTheGradient() {
    assertThat(maxAndGradient(PAIRS, 5, 5, -7, -7))
        .usingExactEquality()
        .containsExactly(new float[] {5, -7, 1, 0, 2, 0})
        .inOrder();
  }

  @Test
  void zerosAreEqualWhateverTheirSign() {
    assertThat(maxAndGradient(PAIRS, -0f, 0f, 0f, -0f))
        .usingExactEquality()
        .containsExactly(new float[] {0, 0, 1, 0, 2, 0})
        .inOrder();
  }

  @Test
  void theFirstNaNTakesTheGradient() {
    float nan = Float.NaN;

    assertThat(maxAndGradient(PAIRS, 3, nan, nan, nan))
        .usingExactEquality()
        .containsExactly(new float[] {nan, nan, 0, 1, 2, 0})
        .inOrder();
    assertThat(maxAndGradient(PAIRS, Float.POSITIVE_INFINITY, nan, 1, 2))
        .usingExactEquality()
        .containsExactly(new float[] {nan, 2, 0, 1, 0, 2})
        .inOrder();
  }

  @Test
  void theSmallestDifferenceDecides() {
    float tiny = Float.MIN_VALUE;
    float large = Float.MAX_VALUE;

    assertThat(maxAndGradient(PAIRS, 0, tiny, -tiny, -2 * tiny))
        .usingExactEquality()
        .containsExactly(new float[] {tiny, -tiny, 0, 1, 2, 0})
        .inOrder();
    assertThat(maxAndGradient(PAIRS, large, Float.POSITIVE_INFINITY, -large, large))
        .usingExactEquality()
        .containsExactly(new float[] {Float.POSITIVE_INFINITY, large, 0, 1, 0, 2})
        .inOrder();
  }

  @Test
  void aWindowOfNothingButMinusInfinityHasItsFirstPositionInTheImage() {
    Windows padded = Windows.over(3).sized(2).strides(2).padding(1, 0);
    float lowest = Float.NEGATIVE_INFINITY;

    assertThat(maxAndGradient(padded, lowest, lowest, lowest))
        .usingExactEquality()
        .containsExactly(new float[] {lowest, lowest, 1, 2, 0})
        .inOrder();
  }

  @Test
  void gradientsAreSummedInTheOrderOfTheWindows() {
    Windows windows = Windows.over(15, 17).sized(3, 4).strides(1, 2).padding(1, 1, 2, 1);
    int channels = 5;
    float[] x = normal(windows.positions() * channels);
    float[] dy = normal(windows.count() * channels);
    float[] saved = new float[dy.length];
    float[] dx = new float[x.length];
    float[] average = new float[x.length];
    try (Workers workers = new Workers(1)) {
      JavaPooling pooling = new JavaPooling(workers);
      pooling.max(1, windows, channels, buffer(x), buffer(saved), buffer(new float[dy.length]));
      pooling.maxGradient(1, windows, channels, buffer(dy), buffer(saved), buffer(dx));
      pooling.averageGradient(1, windows, channels, buffer(dy), buffer(average));
    }

    float[] expected = new float[x.length];
    float[] expectedAverage = new float[x.length];
    for (int p = 0; p < windows.count(); p++) {
      int top = p / windows.count(1) - 1;
      int left = p % windows.count(1) * 2 - 2;
      int inside =
          (Math.min(15, top + 3) - Math.max(0, top)) * (Math.min(17, left + 4) - Math.max(0, left));
      for (int c = 0; c < channels; c++) {
        float each = dy[p * channels + c];
        int largest = (int) saved[p * channels + c];
        expected[((top + largest / 4) * 17 + left + largest % 4) * channels + c] += each;
        for (int w = 0; w < 12; w++) {
          int row = top + w / 4;
          int column = left + w % 4;
          if (row >= 0 && row < 15 && column >= 0 && column < 17) {
            expectedAverage[(row * 17 + column) * channels + c] += each / inside;
          }
        }
      }
    }
    assertThat(dx).isEqualTo(expected);
    assertThat(average).isEqualTo(expectedAverage);
  }

  @Test
  @Tag("L7")
  void aMeanLeavesPaddingOut() {
    Windows padded = Windows.over(3).sized(2).strides(2).padding(1, 0);
    float[] y = new float[2];
    try (Workers workers = new Workers(1)) {
      new JavaPooling(workers).average(1, padded, 1, buffer(6, 1, 2), buffer(y));
    }

    assertThat(y).isEqualTo(new float[] {6, 1.5f});
  }

  @Test
  void allocatesNothingOnceItHasSeenTheLargestImage() {
    Windows windows = Windows.over(9, 8).sized(3, 2).strides(2, 2).padding(1, 0, 0, 1);
    Buffer x = buffer(normal(3 * windows.positions() * 7));
    Buffer dy = buffer(normal(3 * windows.count() * 7));
    Buffer y = buffer(new float[3 * windows.count() * 7]);
    Buffer saved = buffer(new float[3 * windows.count() * 7]);
    Buffer dx = buffer(new float[3 * windows.positions() * 7]);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    try (Workers workers = new Workers(1)) {
      JavaPooling pooling = new JavaPooling(workers);
      for (int round = 0; round < 8; round++) {
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < 300; i++) {
          int batch = 3 - i % 2;
          pooling.max(batch, windows, 7, x, saved, y);
          pooling.maxGradient(batch, windows, 7, dy, saved, dx);
          pooling.average(batch, windows, 7, x, y);
          pooling.averageGradient(batch, windows, 7, dy, dx);
        }
        long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        least = Math.min(least, after - before);
      }
    }

    assertThat(least).isEqualTo(0);
  }
}
