package org.synapt.testkit;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.normal;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Share;
import org.synapt.kernel.Update;

/** Rules over ranges of parameters, and the sum of a batch's losses. */
final class UpdateChecks {
  private UpdateChecks() {}

  static Stream<DynamicTest> update(Backend backend, Update update) {
    return Stream.of(
        dynamicTest("a rule without state", () -> forAllRanges(backend, update, 0)),
        dynamicTest("a rule with two moments", () -> forAllRanges(backend, update, 2)),
        dynamicTest("squares", () -> squares(backend, update)));
  }

  private static void forAllRanges(Backend backend, Update update, int moments) {
    for (int length : new int[] {1, 7, 207, 200_003}) {
      update(backend, update, length, 0, length, moments);
      update(backend, update, length, length / 3, length, moments);
      update(backend, update, length, 0, length - length / 3, moments);
      update(backend, update, length, length / 3, length / 3, moments);
    }
  }

  /** What the kernel does must be what the rule does to arrays, and nothing outside the range. */
  private static void update(
      Backend backend, Update update, int length, int from, int to, int moments) {
    float[] parameters = normal(length, 1);
    float[] gradients = normal(length, 2);
    float[][] state = new float[moments][];
    Buffer[] buffers = new Buffer[moments];
    for (int i = 0; i < moments; i++) {
      state[i] = normal(length, 3 + i);
      buffers[i] = filled(backend.allocateMoments(length), state[i]);
    }
    Buffer parameterBuffer = filled(backend.allocate(length), parameters);
    Buffer gradientBuffer = filled(backend.allocate(length), gradients);
    update.apply(from, to, UpdateChecks::rule, parameterBuffer, gradientBuffer, buffers);
    rule(from, to, parameters, gradients, state);
    String what = from + " to " + to + " of " + length;
    same(what + ", parameters", parameterBuffer, parameters);
    same(what + ", gradients", gradientBuffer, gradients);
    for (int i = 0; i < moments; i++) {
      same(what + ", moment " + i, buffers[i], state[i]);
    }
  }

  private static void rule(
      int from, int to, float[] parameters, float[] gradients, float[][] state) {
    for (int i = from; i < to; i++) {
      float step = gradients[i];
      for (float[] moment : state) {
        moment[i] = 0.5f * moment[i] + step;
        step = step + moment[i];
      }
      parameters[i] = parameters[i] - 0.25f * step;
    }
  }

  private static Buffer filled(Buffer buffer, float[] floats) {
    buffer.put(0, floats, 0, floats.length);
    return buffer;
  }

  private static void same(String what, Buffer buffer, float[] expected) {
    float[] floats = new float[expected.length];
    buffer.get(0, floats, 0, floats.length);
    Reference.same(what, expected, floats);
  }

  private static void squares(Backend backend, Update update) {
    squares(backend, update, 1);
    squares(backend, update, 2, 3, 10, 23, 230, 231);
    squares(backend, update, 70_001, 70_001, 70_002, 200_003);
  }

  /** In double, so the error is that of a double sum: far below what a float shows. */
  private static void squares(Backend backend, Update update, int... ends) {
    float[] x = normal(ends[ends.length - 1], 1);
    double[] sums = new double[ends.length];
    Arrays.fill(sums, Double.NaN);
    update.squares(ends, filled(backend.allocate(x.length), x), sums);
    int from = 0;
    for (int i = 0; i < ends.length; i++) {
      double expected = 0;
      for (int j = from; j < ends[i]; j++) {
        expected += (double) x[j] * x[j];
      }
      assertWithMessage("squares from %s to %s", from, ends[i])
          .that(sums[i])
          .isWithin(1e-9 * expected)
          .of(expected);
      from = ends[i];
    }
  }

  static Stream<DynamicTest> share(Backend backend, Share share) {
    return Stream.of(dynamicTest("total", () -> totals(backend, share)));
  }

  private static void totals(Backend backend, Share share) {
    for (int count : Numbers.SIZES) {
      Slot loss = Slot.read(normal(count, 1));
      Slot shares = Slot.read(normal(count, 2));
      Memory memory = Memory.of(backend, loss, shares);
      Reference reference = new Reference(1);
      for (int i = 0; i < count; i++) {
        reference.add(0, (double) loss.before[i] * shares.before[i]);
      }
      float total = share.total(count, loss.buffer(), shares.buffer());
      memory.check("total of " + count);
      reference.agreesWith("total of " + count, count, new float[] {total});
    }
  }
}
