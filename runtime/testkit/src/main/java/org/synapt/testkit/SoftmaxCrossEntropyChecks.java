package org.synapt.testkit;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.normal;
import static org.synapt.testkit.SoftmaxChecks.forAllSizes;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.SoftmaxCrossEntropy;

/** Losses from logits, also where the softmax would be 0, and their gradients. */
final class SoftmaxCrossEntropyChecks {
  private final Backend backend;
  private final SoftmaxCrossEntropy crossEntropy;

  private SoftmaxCrossEntropyChecks(Backend backend, SoftmaxCrossEntropy crossEntropy) {
    this.backend = backend;
    this.crossEntropy = crossEntropy;
  }

  static Stream<DynamicTest> of(Backend backend, SoftmaxCrossEntropy crossEntropy) {
    SoftmaxCrossEntropyChecks checks = new SoftmaxCrossEntropyChecks(backend, crossEntropy);
    return Stream.of(
        dynamicTest("loss", () -> forAllSizes(checks::loss)),
        dynamicTest("gradient", () -> forAllSizes(checks::gradient)),
        dynamicTest("gradient in place", () -> forAllSizes(checks::gradientInPlace)),
        dynamicTest("loss of logits far apart", checks::farApart),
        dynamicTest("logits that are no numbers give no number", checks::notANumber));
  }

  private void loss(int rows, int n) {
    Slot z = Slot.read(normal(rows * n, 1));
    Slot target = Slot.read(normal(rows * n, 2));
    Slot loss = Slot.written(rows);
    Memory memory = Memory.of(backend, z, target, loss);
    crossEntropy.loss(rows, n, z.buffer(), target.buffer(), loss.buffer());
    memory.check("loss");
    Reference reference = new Reference(rows);
    for (int i = 0; i < rows; i++) {
      double log = SoftmaxChecks.logOfSum(n, z.before, i * n);
      for (int j = i * n; j < i * n + n; j++) {
        reference.add(i, target.before[j] * log);
        reference.add(i, -(double) target.before[j] * z.before[j]);
      }
    }
    reference.agreesWith(rows + " x " + n, n, loss.floats());
  }

  private void gradient(int rows, int n) {
    Slot p = Slot.read(normal(rows * n, 1));
    gradient(rows, n, p, Slot.written(rows * n));
  }

  private void gradientInPlace(int rows, int n) {
    Slot p = Slot.updated(normal(rows * n, 1));
    gradient(rows, n, p, p);
  }

  private void gradient(int rows, int n, Slot p, Slot dz) {
    Slot target = Slot.read(normal(rows * n, 2));
    Slot share = Slot.read(normal(rows, 3));
    Memory memory =
        p == dz ? Memory.of(backend, p, target, share) : Memory.of(backend, p, target, share, dz);
    crossEntropy.gradient(rows, n, p.buffer(), target.buffer(), share.buffer(), dz.buffer());
    memory.check("gradient");
    Reference reference = new Reference(rows * n);
    for (int i = 0; i < rows; i++) {
      Reference sum = new Reference(1);
      for (int j = i * n; j < i * n + n; j++) {
        sum.add(0, target.before[j]);
      }
      double factor = share.before[i];
      for (int j = i * n; j < i * n + n; j++) {
        reference.add(j, -factor * target.before[j]);
        reference.add(
            j, factor * p.before[j] * sum.sum(0), Math.abs(factor * p.before[j]) * sum.size(0));
      }
    }
    reference.agreesWith(rows + " x " + n, n, dz.floats());
  }

  private void farApart() {
    Slot z = Slot.read(1e4f, -1e4f, 1e30f, 0f, 50f, -50f);
    Slot target = Slot.read(0f, 1f, 0f, 1f, 1f, 0f);
    Slot loss = Slot.written(3);
    Memory memory = Memory.of(backend, z, target, loss);
    crossEntropy.loss(3, 2, z.buffer(), target.buffer(), loss.buffer());
    memory.check("far apart");
    Reference reference = new Reference(3);
    reference.add(0, 2e4);
    reference.add(1, 1e30f);
    reference.agreesWith("far apart", 2, loss.floats());
  }

  private void notANumber() {
    float infinity = Float.POSITIVE_INFINITY;
    Slot z = Slot.read(Float.NaN, 0f, infinity, 0f, -infinity, 0f, -infinity, -infinity, 1f, 1f);
    Slot target = Slot.read(0f, 1f, 1f, 0f, 1f, 0f, 0f, 1f, 1f, 0f);
    Slot loss = Slot.written(5);
    Memory memory = Memory.of(backend, z, target, loss);
    crossEntropy.loss(5, 2, z.buffer(), target.buffer(), loss.buffer());
    memory.check("no numbers");
    float[] losses = loss.floats();
    for (int i = 0; i < 4; i++) {
      assertWithMessage("row %s is finite", i).that(Float.isFinite(losses[i])).isFalse();
    }
    assertWithMessage("two equal logits").that(losses[4]).isWithin(1e-6f).of(0.6931472f);
  }
}
