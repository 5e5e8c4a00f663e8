package org.synapt.testkit;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.RandomNormal;

/** Every backend draws the numbers that the formula of {@link RandomNormal} says. */
final class RandomNormalChecks {
  private static final double RELATIVE_ERROR = 1e-6;

  private RandomNormalChecks() {}

  static Stream<DynamicTest> of(Backend backend, RandomNormal kernel) {
    return Stream.of(
        dynamicTest("draws what the key says", () -> drawsWhatTheKeySays(backend, kernel)),
        dynamicTest("has mean and deviation", () -> hasItsMoments(backend, kernel)),
        dynamicTest("without deviation all is mean", () -> staysWithoutDeviation(backend, kernel)));
  }

  /**
   * A number is the quantile of u if the distribution reaches u there: near the quantile it grows
   * by its density.
   */
  private static void drawsWhatTheKeySays(Backend backend, RandomNormal kernel) {
    for (int count : new int[] {1, 7, 13, 64, 207, 70_001}) {
      for (long key : new long[] {0, -1, 0x1234_5678_9ABC_DEF0L}) {
        float[] actual = fill(backend, kernel, count, 0, 1, key);
        for (int i = 0; i < count; i++) {
          double q = uniform(key, i);
          double y = actual[i];
          double density = Math.exp(-y * y / 2) / Math.sqrt(2 * Math.PI);
          assertWithMessage("share below number %s of key %s, which is %s", i, key, y)
              .that(share(y))
              .isWithin(RELATIVE_ERROR * Math.abs(y) * density + 2e-10)
              .of(q);
        }
      }
    }
  }

  private static void hasItsMoments(Backend backend, RandomNormal kernel) {
    double sum = 0;
    double squares = 0;
    double cubes = 0;
    double fourths = 0;
    int count = 1_000_000;
    for (float y : fill(backend, kernel, count, 0, 1, 7)) {
      sum += y;
      squares += (double) y * y;
      cubes += Math.pow(y, 3);
      fourths += Math.pow(y, 4);
    }
    // The deviations of these means are 0.001, 0.0014, 0.0039 and 0.0098.
    assertWithMessage("mean").that(sum / count).isWithin(0.004).of(0);
    assertWithMessage("variance").that(squares / count).isWithin(0.006).of(1);
    assertWithMessage("third moment").that(cubes / count).isWithin(0.016).of(0);
    assertWithMessage("fourth moment").that(fourths / count).isWithin(0.04).of(3);
    float[] standard = fill(backend, kernel, 207, 0, 1, 7);
    Reference moved = new Reference(207);
    for (int i = 0; i < 207; i++) {
      moved.add(i, -3);
      moved.add(i, 0.25 * standard[i]);
    }
    moved.agreesWith("mean −3, deviation ¼", 1, fill(backend, kernel, 207, -3, 0.25f, 7));
  }

  private static void staysWithoutDeviation(Backend backend, RandomNormal kernel) {
    for (float y : fill(backend, kernel, 70_001, 1, 0, 7)) {
      assertWithMessage("number").that(y).isEqualTo(1f);
    }
  }

  private static float[] fill(
      Backend backend, RandomNormal kernel, int count, float mean, float deviation, long key) {
    Slot y = Slot.written(count);
    Memory memory = Memory.of(backend, y);
    kernel.fill(count, mean, deviation, key, y.buffer());
    memory.check(count + " floats");
    return y.floats();
  }

  /** u − ½, as the kernel's documentation has it. */
  private static double uniform(long key, int i) {
    long z = key + 0x9E37_79B9_7F4A_7C15L * (i + 1);
    z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return (((z ^ (z >>> 31)) >> 32) + 0.5) * 0x1p-32;
  }

  /** Φ(x) − ½ = φ(x) · (x + x³/3 + x⁵/(3 · 5) + …). */
  private static double share(double x) {
    double term = x;
    double sum = x;
    for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
