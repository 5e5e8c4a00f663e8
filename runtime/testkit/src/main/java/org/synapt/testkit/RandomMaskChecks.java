package org.synapt.testkit;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.RandomMask;

/** Every backend drops the values that the formula of {@link RandomMask} says, and no others. */
final class RandomMaskChecks {
  private RandomMaskChecks() {}

  static Stream<DynamicTest> of(Backend backend, RandomMask mask) {
    return Stream.of(
        dynamicTest("drops what the key says", () -> dropsWhatTheKeySays(backend, mask)),
        dynamicTest("drops the share that it should", () -> dropsItsShare(backend, mask)),
        dynamicTest("keeps everything at rate 0", () -> keepsEverything(backend, mask)),
        dynamicTest("alpha: drops the same values", () -> dropsTheSame(backend, mask)),
        dynamicTest("alpha: keeps mean and variance", () -> keepsMoments(backend, mask)),
        dynamicTest("alpha: keeps everything at rate 0", () -> keepsAllOfAlpha(backend, mask)));
  }

  private static void dropsWhatTheKeySays(Backend backend, RandomMask mask) {
    for (int count : new int[] {1, 7, 13, 64, 207, 70_001}) {
      for (long key : new long[] {0, 1, -1, Long.MIN_VALUE, 0x1234_5678_9ABC_DEF0L}) {
        float[] expected = new float[count];
        for (int i = 0; i < count; i++) {
          expected[i] = draw(key, i) < 0.3f ? 0f : 1f / (1f - 0.3f);
        }
        float[] actual = fill(backend, mask, count, 0.3f, key);
        Reference.same(count + " floats, key " + key, expected, actual);
      }
    }
  }

  private static void dropsItsShare(Backend backend, RandomMask mask) {
    for (float rate : new float[] {0.1f, 0.5f, 0.9f}) {
      int dropped = 0;
      for (float factor : fill(backend, mask, 100_000, rate, 7)) {
        dropped += factor == 0f ? 1 : 0;
      }
      assertWithMessage("share dropped").that(dropped / 1e5).isWithin(0.01).of(rate);
    }
  }

  private static void keepsEverything(Backend backend, RandomMask mask) {
    for (float factor : fill(backend, mask, 10_000, 0f, 7)) {
      assertWithMessage("factor").that(factor).isEqualTo(1f);
    }
  }

  private static void dropsTheSame(Backend backend, RandomMask mask) {
    for (int count : new int[] {1, 7, 13, 64, 207, 70_001}) {
      for (float rate : new float[] {0.05f, 0.5f, 0.9f}) {
        double alpha = -1.7580993408473766;
        double a = 1 / Math.sqrt((1.0 - rate) * (1 + alpha * alpha * rate));
        double b = -a * rate * alpha;
        float[] kept = fill(backend, mask, count, rate, 3);
        Slot scale = Slot.written(count);
        Slot shift = Slot.written(count);
        fillAlpha(backend, mask, count, rate, 3, scale, shift);
        Reference scales = new Reference(count);
        Reference shifts = new Reference(count);
        for (int i = 0; i < count; i++) {
          scales.add(i, kept[i] == 0 ? 0 : a);
          shifts.add(i, kept[i] == 0 ? a * alpha + b : b);
        }
        scales.agreesWith(count + " scales at rate " + rate, 0, scale.floats());
        shifts.agreesWith(count + " shifts at rate " + rate, 0, shift.floats());
      }
    }
  }

  private static void keepsMoments(Backend backend, RandomMask mask) {
    float[] x = Numbers.normal(200_000);
    Slot scale = Slot.written(x.length);
    Slot shift = Slot.written(x.length);
    fillAlpha(backend, mask, x.length, 0.3f, 11, scale, shift);
    float[] scales = scale.floats();
    float[] shifts = shift.floats();
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      double y = (double) x[i] * scales[i] + shifts[i];
      sum += y;
      squares += y * y;
    }
    assertWithMessage("mean").that(sum / x.length).isWithin(0.01).of(0);
    assertWithMessage("variance").that(squares / x.length).isWithin(0.02).of(1);
  }

  private static void keepsAllOfAlpha(Backend backend, RandomMask mask) {
    Slot scale = Slot.written(10_000);
    Slot shift = Slot.written(10_000);
    fillAlpha(backend, mask, 10_000, 0f, 7, scale, shift);
    for (float factor : scale.floats()) {
      assertWithMessage("scale").that(factor).isEqualTo(1f);
    }
    for (float summand : shift.floats()) {
      assertWithMessage("2 and the shift").that(2f + summand).isEqualTo(2f);
    }
  }

  private static void fillAlpha(
      Backend backend, RandomMask mask, int count, float rate, long key, Slot scale, Slot shift) {
    Memory memory = Memory.of(backend, scale, shift);
    mask.fillAlpha(count, rate, key, scale.buffer(), shift.buffer());
    memory.check(count + " floats");
  }

  private static float[] fill(Backend backend, RandomMask mask, int count, float rate, long key) {
    Slot y = Slot.written(count);
    Memory memory = Memory.of(backend, y);
    mask.fill(count, rate, key, y.buffer());
    memory.check(count + " floats");
    return y.floats();
  }

  /** As the kernel's documentation has it. */
  private static float draw(long key, int i) {
    long z = key + 0x9E37_79B9_7F4A_7C15L * (i + 1);
    z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return ((z ^ (z >>> 31)) >>> 40) * 0x1p-24f;
  }
}
