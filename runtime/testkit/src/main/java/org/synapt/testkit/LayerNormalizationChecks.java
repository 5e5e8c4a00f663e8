package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.normal;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.LayerNormalization;

/** Rows normalized, in place and not, and their gradients. */
final class LayerNormalizationChecks {
  private static final float EPSILON = 1e-3f;
  private static final float[] NONE = {};

  private final Backend backend;
  private final LayerNormalization kernel;

  private LayerNormalizationChecks(Backend backend, LayerNormalization kernel) {
    this.backend = backend;
    this.kernel = kernel;
  }

  static Stream<DynamicTest> of(Backend backend, LayerNormalization kernel) {
    LayerNormalizationChecks checks = new LayerNormalizationChecks(backend, kernel);
    return Stream.of(
        dynamicTest("with γ and β", () -> SoftmaxChecks.forAllSizes(checks::affine)),
        dynamicTest("with γ or β or neither", checks::without),
        dynamicTest("where nothing is saved", () -> SoftmaxChecks.forAllSizes(checks::inPlace)),
        dynamicTest("far from 0", checks::farFromZero),
        dynamicTest("NaN stays in its row", checks::notANumber));
  }

  private void affine(int rows, int n) {
    check(rows, n, normal(rows * n), normal(n, 1), normal(n, 2));
  }

  private void without() {
    check(13, 7, normal(13 * 7), NONE, NONE);
    check(64, 13, normal(64 * 13), normal(13, 1), NONE);
    check(7, 64, normal(7 * 64), NONE, normal(64, 2));
  }

  private void farFromZero() {
    float[] x = normal(7 * 207);
    for (int i = 0; i < x.length; i++) {
      x[i] = 1_000 + x[i];
    }
    check(7, 207, x, NONE, NONE);
  }

  private void notANumber() {
    float[] x = normal(7 * 64);
    x[2 * 64 + 3] = Float.NaN;
    x[4 * 64 + 5] = Float.POSITIVE_INFINITY;
    check(7, 64, x, NONE, NONE);
  }

  private void inPlace(int rows, int n) {
    Slot x = Slot.updated(normal(rows * n));
    Slot gamma = Slot.read(normal(n, 1));
    Slot none = Slot.read();
    Memory memory = Memory.of(backend, x, gamma, none);
    kernel.forward(
        rows, n, EPSILON, x.buffer(), gamma.buffer(), none.buffer(), none.buffer(), x.buffer());
    memory.check("in place");
    Expected expected = new Expected(rows, n, x.before, gamma.before, NONE, normal(rows * n, 5));
    expected.y.agreesWith("in place " + rows + " x " + n, n, x.floats());
  }

  private void check(int rows, int n, float[] floats, float[] scale, float... shift) {
    Slot x = Slot.read(floats);
    Slot gamma = Slot.read(scale);
    Slot beta = Slot.read(shift);
    Slot saved = Slot.written(2 * rows);
    Slot y = Slot.written(rows * n);
    Slot dy = Slot.updated(normal(rows * n, 5));
    Slot dgamma = Slot.written(scale.length);
    Slot dbeta = Slot.written(shift.length);
    Memory memory = Memory.of(backend, x, gamma, beta, saved, y, dy, dgamma, dbeta);
    kernel.forward(
        rows, n, EPSILON, x.buffer(), gamma.buffer(), beta.buffer(), saved.buffer(), y.buffer());
    kernel.gradient(
        rows,
        n,
        x.buffer(),
        gamma.buffer(),
        saved.buffer(),
        dy.buffer(),
        dgamma.buffer(),
        dbeta.buffer(),
        dy.buffer());
    String what = rows + " x " + n;
    memory.check(what);
    Expected expected = new Expected(rows, n, floats, scale, shift, dy.before);
    expected.y.agreesWith("y, " + what, n, y.floats());
    expected.dx.agreesWith("dx, " + what, n, dy.floats());
    if (scale.length > 0) {
      expected.dgamma.agreesWith("dgamma, " + what, n + rows, dgamma.floats());
    }
    if (shift.length > 0) {
      expected.dbeta.agreesWith("dbeta, " + what, rows, dbeta.floats());
    }
  }

  /** All of it in double precision, row by row, with the sizes of the terms. */
  private static final class Expected {
    final Reference y;
    final Reference dgamma;
    final Reference dbeta;
    final Reference dx;
    private final int n;
    private final float[] x;
    private final float[] gamma;
    private final float[] beta;
    private final float[] dy;

    Expected(int rows, int n, float[] x, float[] gamma, float[] beta, float... dy) {
      this.n = n;
      this.x = x;
      this.gamma = gamma;
      this.beta = beta;
      this.dy = dy;
      y = new Reference(x.length);
      dgamma = new Reference(n);
      dbeta = new Reference(n);
      dx = new Reference(x.length);
      for (int i = 0; i < rows; i++) {
        row(i * n);
      }
    }

    private double gamma(int j) {
      return gamma.length == 0 ? 1 : gamma[j];
    }

    private void row(int at) {
      Reference sum = new Reference(1);
      for (int j = 0; j < n; j++) {
        sum.add(0, x[at + j]);
      }
      double mean = sum.sum(0) / n;
      double squares = 0;
      for (int j = 0; j < n; j++) {
        squares += (x[at + j] - mean) * (x[at + j] - mean);
      }
      double deviation = Math.sqrt(squares / n + EPSILON);
      double meanSize = sum.size(0) / n;
      forward(at, mean, meanSize, deviation);
      backward(at, mean, meanSize, deviation);
    }

    private void forward(int at, double mean, double meanSize, double deviation) {
      for (int j = 0; j < n; j++) {
        double factor = gamma(j) / deviation;
        double size = Math.abs(x[at + j]) + meanSize;
        y.add(at + j, factor * (x[at + j] - mean), Math.abs(factor) * size);
        y.add(at + j, beta.length == 0 ? 0 : beta[j]);
      }
    }

    private void backward(int at, double mean, double meanSize, double deviation) {
      Reference sums = new Reference(2);
      for (int j = 0; j < n; j++) {
        double normal = (x[at + j] - mean) / deviation;
        double size = (Math.abs(x[at + j]) + meanSize) / deviation;
        double slope = gamma(j) * dy[at + j];
        dbeta.add(j, dy[at + j]);
        dgamma.add(j, dy[at + j] * normal, Math.abs(dy[at + j]) * size);
        sums.add(0, slope);
        sums.add(1, slope * normal, Math.abs(slope) * size);
      }
      for (int j = 0; j < n; j++) {
        double normal = (x[at + j] - mean) / deviation;
        double size = (Math.abs(x[at + j]) + meanSize) / deviation;
        double rest = (sums.sum(0) + normal * sums.sum(1)) / n;
        dx.add(at + j, gamma(j) * dy[at + j] / deviation);
        dx.add(at + j, -rest / deviation, (sums.size(0) + size * sums.size(1)) / n / deviation);
      }
    }
  }
}
