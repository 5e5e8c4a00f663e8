package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.normal;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.Windows;

/** The largest and the mean of windows, and where their gradients go. */
final class PoolingChecks {
  private static final int[] CHANNELS = {1, 3, 13, 64};
  private static final int[] BATCHES = {3, 1, 5};

  private final Backend backend;
  private final Pooling pooling;

  private PoolingChecks(Backend backend, Pooling pooling) {
    this.backend = backend;
    this.pooling = pooling;
  }

  static Stream<DynamicTest> of(Backend backend, Pooling pooling) {
    PoolingChecks checks = new PoolingChecks(backend, pooling);
    return Stream.of(
        dynamicTest("max and its gradient", () -> forAll(it -> checks.max(it, it.normal()))),
        dynamicTest("max that will have no gradient", () -> forAll(checks::maxAlone)),
        dynamicTest("the first of several takes the gradient", () -> forAll(checks::ties)),
        dynamicTest("padding is never the largest", () -> forAll(checks::negative)),
        dynamicTest("max of infinities", () -> forAll(checks::infinities)),
        dynamicTest("max of NaN is NaN", () -> forAll(checks::maxOfNaN)),
        dynamicTest("gradients of max stay in their windows", () -> forAll(checks::steep)),
        dynamicTest("padding takes no part in a mean", () -> forAll(checks::average)),
        dynamicTest("gradient of a mean", () -> forAll(checks::averageGradient)),
        dynamicTest("NaN stays in the means of its windows", () -> forAll(checks::averageOfNaN)));
  }

  /** Images and how the windows move over them. */
  private record Case(int batch, Windows windows, int channels) {
    float[] normal() {
      return Numbers.normal(batch * windows.positions() * channels);
    }

    int results() {
      return batch * windows.count() * channels;
    }

    /** Each position of each window, as indices of y and x, for every example and channel. */
    void sweep(Sweep.Visit visit) {
      for (int b = 0; b < batch; b++) {
        int yAt = b * windows.count();
        int xAt = b * windows.positions();
        Sweep.over(
            windows,
            (window, position, image) -> {
              for (int c = 0; c < channels; c++) {
                visit.run((yAt + window) * channels + c, position, (xAt + image) * channels + c);
              }
            });
      }
    }

    @Override
    public String toString() {
      return batch + " examples, " + channels + " channels, " + windows;
    }
  }

  /** What is done with images. */
  private interface Check {
    void run(Case it);
  }

  /** Small ones in turn with large ones, and the same windows for other batches. */
  private static void forAll(Check check) {
    for (Windows windows : WindowCases.SMALL) {
      for (int channels : CHANNELS) {
        for (int batch : BATCHES) {
          check.run(new Case(batch, windows, channels));
        }
      }
    }
    for (Windows windows : WindowCases.LARGE) {
      check.run(new Case(1, windows, 33));
      check.run(new Case(2, WindowCases.SMALL.get(5), 600));
      check.run(new Case(3, windows, 16));
    }
  }

  private void ties(Case it) {
    float[] few = {-1f, 0f, -0f, 1f, 0f};
    float[] x = it.normal();
    for (int i = 0; i < x.length; i++) {
      x[i] = few[Math.abs((int) (4 * x[i])) % few.length];
    }
    max(it, x);
    Arrays.fill(x, 3f);
    max(it, x);
  }

  private void negative(Case it) {
    float[] x = it.normal();
    for (int i = 0; i < x.length; i++) {
      x[i] = -1e30f - Math.abs(x[i]) * 1e30f;
    }
    max(it, x);
  }

  private void infinities(Case it) {
    float[] x = it.normal();
    for (int i = 0; i < x.length; i++) {
      x[i] = x[i] > 0.8f ? Float.POSITIVE_INFINITY : x[i] < 0 ? Float.NEGATIVE_INFINITY : x[i];
    }
    max(it, x);
    Arrays.fill(x, Float.NEGATIVE_INFINITY);
    max(it, x);
  }

  /** Checks max and its gradient where there is no NaN. */
  private void max(Case it, float... floats) {
    max(it, floats, normal(it.results(), 2));
  }

  private void steep(Case it) {
    float[] dy = normal(it.results(), 2);
    for (int i = 0; i < Numbers.EXTREMES.length && 7 * i < dy.length; i++) {
      dy[7 * i] = Numbers.EXTREMES[i];
    }
    max(it, it.normal(), dy);
  }

  private void max(Case it, float[] floats, float... gradients) {
    Slot x = Slot.read(floats);
    Slot saved = Slot.written(it.results());
    Slot y = Slot.written(it.results());
    Slot dy = Slot.read(gradients);
    Slot dx = Slot.written(floats.length);
    Memory memory = Memory.of(backend, x, saved, y, dy, dx);
    pooling.max(it.batch, it.windows, it.channels, x.buffer(), saved.buffer(), y.buffer());
    pooling.maxGradient(
        it.batch, it.windows, it.channels, dy.buffer(), saved.buffer(), dx.buffer());
    memory.check("max, " + it);
    int[] largest = new int[it.results()];
    Arrays.fill(largest, -1);
    it.sweep(
        (window, position, image) -> {
          if (largest[window] < 0 || floats[image] > floats[largest[window]]) {
            largest[window] = image;
          }
        });
    Reference expected = new Reference(it.results());
    Reference gradient = new Reference(floats.length);
    for (int i = 0; i < largest.length; i++) {
      expected.add(i, floats[largest[i]]);
      gradient.add(largest[i], gradients[i]);
    }
    expected.agreesWith("max, " + it, 0, y.floats());
    gradient.agreesWith("gradient of max, " + it, it.windows.size(), dx.floats());
  }

  private void maxAlone(Case it) {
    maxAlone(it, it.normal());
  }

  private void maxOfNaN(Case it) {
    float[] x = it.normal();
    for (int i = 0; i < x.length; i += 17) {
      x[i] = Float.NaN;
    }
    maxAlone(it, x);
  }

  private void maxAlone(Case it, float... floats) {
    Slot x = Slot.read(floats);
    Slot saved = Slot.written(0);
    Slot y = Slot.written(it.results());
    Memory memory = Memory.of(backend, x, saved, y);
    pooling.max(it.batch, it.windows, it.channels, x.buffer(), saved.buffer(), y.buffer());
    memory.check("max alone, " + it);
    double[] largest = new double[it.results()];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    it.sweep((y0, position, x0) -> largest[y0] = Math.max(largest[y0], floats[x0]));
    Reference expected = new Reference(it.results());
    for (int i = 0; i < largest.length; i++) {
      expected.add(i, largest[i]);
    }
    expected.agreesWith("max alone, " + it, 0, y.floats());
  }

  private void average(Case it) {
    average(it, it.normal());
  }

  private void averageOfNaN(Case it) {
    float[] x = it.normal();
    for (int i = 0; i < x.length; i += 17) {
      x[i] = Numbers.EXTREMES[i % Numbers.EXTREMES.length];
    }
    average(it, x);
  }

  private void average(Case it, float... floats) {
    Slot x = Slot.read(floats);
    Slot y = Slot.written(it.results());
    Memory memory = Memory.of(backend, x, y);
    pooling.average(it.batch, it.windows, it.channels, x.buffer(), y.buffer());
    memory.check("average, " + it);
    int[] counts = counts(it);
    Reference expected = new Reference(it.results());
    it.sweep((y0, position, x0) -> expected.add(y0, floats[x0] / (double) counts[y0]));
    expected.agreesWith("average, " + it, it.windows.size(), y.floats());
  }

  /** How many positions of each window lie in the image. */
  private static int[] counts(Case it) {
    int[] counts = new int[it.results()];
    it.sweep((window, position, image) -> counts[window]++);
    return counts;
  }

  private void averageGradient(Case it) {
    averageGradient(it, normal(it.results(), 2));
    float[] dy = normal(it.results(), 3);
    dy[dy.length / 2] = Float.NaN;
    dy[dy.length / 3] = Float.POSITIVE_INFINITY;
    averageGradient(it, dy);
  }

  private void averageGradient(Case it, float... gradients) {
    Slot dy = Slot.read(gradients);
    Slot dx = Slot.written(it.batch * it.windows.positions() * it.channels);
    Memory memory = Memory.of(backend, dy, dx);
    pooling.averageGradient(it.batch, it.windows, it.channels, dy.buffer(), dx.buffer());
    memory.check("gradient of average, " + it);
    int[] counts = counts(it);
    Reference expected = new Reference(dx.before.length);
    it.sweep((y0, position, x0) -> expected.add(x0, gradients[y0] / (double) counts[y0]));
    expected.agreesWith("gradient of average, " + it, it.windows.size(), dx.floats());
  }
}
