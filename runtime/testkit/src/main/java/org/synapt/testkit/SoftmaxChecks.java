package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.SIZES;
import static org.synapt.testkit.Numbers.normal;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.Softmax;

/** Softmax and its logarithm, in place and not, with their gradients. */
final class SoftmaxChecks {
  private final Backend backend;
  private final Softmax softmax;

  private SoftmaxChecks(Backend backend, Softmax softmax) {
    this.backend = backend;
    this.softmax = softmax;
  }

  static Stream<DynamicTest> of(Backend backend, Softmax softmax) {
    SoftmaxChecks checks = new SoftmaxChecks(backend, softmax);
    return Stream.of(
        dynamicTest("softmax", () -> forAllSizes(checks::softmax)),
        dynamicTest("softmax in place", () -> forAllSizes(checks::softmaxInPlace)),
        dynamicTest("softmaxGradient", () -> forAllSizes(checks::softmaxGradient)),
        dynamicTest("logSoftmax", () -> forAllSizes(checks::logSoftmax)),
        dynamicTest("logSoftmaxGradient", () -> forAllSizes(checks::logSoftmaxGradient)),
        dynamicTest("far apart", checks::farApart),
        dynamicTest("NaN stays in its row", checks::notANumber));
  }

  private void softmax(int rows, int n) {
    Slot x = Slot.read(normal(rows * n));
    Slot y = Slot.written(rows * n);
    Memory memory = Memory.of(backend, x, y);
    softmax.softmax(rows, n, x.buffer(), y.buffer());
    memory.check("softmax");
    softmax(rows, n, x.before).agreesWith(rows + " x " + n, n, y.floats());
  }

  private void softmaxInPlace(int rows, int n) {
    Slot x = Slot.updated(normal(rows * n));
    Memory memory = Memory.of(backend, x);
    softmax.softmax(rows, n, x.buffer(), x.buffer());
    memory.check("softmax");
    softmax(rows, n, x.before).agreesWith(rows + " x " + n, n, x.floats());
  }

  private void softmaxGradient(int rows, int n) {
    Slot y = Slot.read(normal(rows * n, 1));
    Slot dy = Slot.updated(normal(rows * n, 2));
    Memory memory = Memory.of(backend, y, dy);
    softmax.softmaxGradient(rows, n, y.buffer(), dy.buffer(), dy.buffer());
    memory.check("softmaxGradient");
    Reference reference = new Reference(rows * n);
    for (int i = 0; i < rows; i++) {
      Reference sum = new Reference(1);
      for (int j = i * n; j < i * n + n; j++) {
        sum.add(0, (double) y.before[j] * dy.before[j]);
      }
      for (int j = i * n; j < i * n + n; j++) {
        reference.add(j, (double) y.before[j] * dy.before[j]);
        reference.add(j, -y.before[j] * sum.sum(0), Math.abs(y.before[j]) * sum.size(0));
      }
    }
    reference.agreesWith(rows + " x " + n, n, dy.floats());
  }

  private void logSoftmax(int rows, int n) {
    Slot x = Slot.updated(normal(rows * n));
    Memory memory = Memory.of(backend, x);
    softmax.logSoftmax(rows, n, x.buffer(), x.buffer());
    memory.check("logSoftmax");
    Reference reference = new Reference(rows * n);
    for (int i = 0; i < rows; i++) {
      double log = logOfSum(n, x.before, i * n);
      for (int j = i * n; j < i * n + n; j++) {
        reference.add(j, x.before[j]);
        reference.add(j, -log);
      }
    }
    reference.agreesWith(rows + " x " + n, n, x.floats());
  }

  private void logSoftmaxGradient(int rows, int n) {
    Slot y = Slot.read(normal(rows * n, 1));
    Slot dy = Slot.updated(normal(rows * n, 2));
    Memory memory = Memory.of(backend, y, dy);
    softmax.logSoftmaxGradient(rows, n, y.buffer(), dy.buffer(), dy.buffer());
    memory.check("logSoftmaxGradient");
    Reference reference = new Reference(rows * n);
    for (int i = 0; i < rows; i++) {
      Reference sum = new Reference(1);
      for (int j = i * n; j < i * n + n; j++) {
        sum.add(0, dy.before[j]);
      }
      for (int j = i * n; j < i * n + n; j++) {
        double power = Math.exp(y.before[j]);
        reference.add(j, dy.before[j]);
        reference.add(j, -power * sum.sum(0), power * sum.size(0));
      }
    }
    reference.agreesWith(rows + " x " + n, n, dy.floats());
  }

  private void farApart() {
    Slot x = Slot.read(1e30f, -1e30f, 0f, -1_000f, -1_001f, -2_000f, 1_000f, 1_000f, 1_000f);
    Slot y = Slot.written(9);
    Memory memory = Memory.of(backend, x, y);
    softmax.softmax(3, 3, x.buffer(), y.buffer());
    memory.check("far apart");
    softmax(3, 3, x.before).agreesWith("far apart", 3, y.floats());
  }

  private void notANumber() {
    float infinity = Float.POSITIVE_INFINITY;
    Slot x = Slot.read(1f, Float.NaN, 1f, infinity, 2f, 2f, 0f, 0f);
    Slot y = Slot.written(8);
    Memory memory = Memory.of(backend, x, y);
    softmax.softmax(4, 2, x.buffer(), y.buffer());
    memory.check("NaN");
    softmax(4, 2, x.before).agreesWith("rows with NaN, +∞ and neither", 2, y.floats());
  }

  static Reference softmax(int rows, int n, float[] x) {
    Reference y = new Reference(rows * n);
    for (int i = 0; i < rows; i++) {
      double log = logOfSum(n, x, i * n);
      for (int j = i * n; j < i * n + n; j++) {
        y.add(j, Math.exp(x[j] - log));
      }
    }
    return y;
  }

  /** log Σ exp(x) of the row that begins there. */
  static double logOfSum(int n, float[] x, int at) {
    double max = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < n; j++) {
      max = Math.max(max, x[at + j]);
    }
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += Math.exp(x[at + j] - max);
    }
    return max + Math.log(sum);
  }

  /** What is done with the extents of a matrix. */
  interface Sizes {
    void run(int rows, int n);
  }

  static void forAllSizes(Sizes check) {
    for (int rows : SIZES) {
      for (int n : SIZES) {
        check.run(rows, n);
      }
    }
    check.run(3, 2_500);
    check.run(4_000, 10);
  }
}
