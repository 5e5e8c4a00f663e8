package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.normal;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.kernel.BatchNormalization;

/** Batches normalized by themselves and by moving statistics, and gradients of both. */
final class BatchNormalizationChecks {
  private static final float MOMENTUM = 0.9f;
  private static final float EPSILON = 1e-3f;
  private static final float[] NONE = {};

  private final Backend backend;
  private final BatchNormalization kernel;

  private BatchNormalizationChecks(Backend backend, BatchNormalization kernel) {
    this.backend = backend;
    this.kernel = kernel;
  }

  static Stream<DynamicTest> of(Backend backend, BatchNormalization kernel) {
    BatchNormalizationChecks checks = new BatchNormalizationChecks(backend, kernel);
    return Stream.of(
        dynamicTest("while training", () -> forAllSizes((m, n) -> checks.affine(m, n, true))),
        dynamicTest("while evaluating", () -> forAllSizes((m, n) -> checks.affine(m, n, false))),
        dynamicTest("with γ or β or neither", checks::without),
        dynamicTest("far from 0", checks::farFromZero),
        dynamicTest("a single example is its own mean", checks::alone),
        dynamicTest("NaN stays in its column", checks::notANumber));
  }

  private static void forAllSizes(SoftmaxChecks.Sizes check) {
    SoftmaxChecks.forAllSizes(check);
    check.run(20_011, 3);
    check.run(1_001, 64);
  }

  private void affine(int rows, int columns, boolean training) {
    Case it = new Case(rows, columns, training, normal(rows * columns));
    it.gamma = normal(columns, 1);
    it.beta = normal(columns, 2);
    check(it);
  }

  private void without() {
    for (boolean training : new boolean[] {true, false}) {
      Case neither = new Case(13, 7, training, normal(13 * 7));
      check(neither);
      Case scaled = new Case(64, 13, training, normal(64 * 13));
      scaled.gamma = normal(13, 1);
      check(scaled);
      Case shifted = new Case(7, 64, training, normal(7 * 64));
      shifted.beta = normal(64, 2);
      check(shifted);
    }
  }

  private void farFromZero() {
    float[] x = normal(207 * 7);
    for (int i = 0; i < x.length; i++) {
      x[i] = 1_000 + x[i];
    }
    check(new Case(207, 7, true, x));
  }

  private void alone() {
    Case it = new Case(1, 13, true, normal(13));
    it.beta = normal(13, 2);
    Slot y = check(it);
    Reference.same("one example", it.beta, y.floats());
  }

  private void notANumber() {
    float[] x = normal(64 * 7);
    x[3 * 7 + 2] = Float.NaN;
    x[5 * 7 + 4] = Float.POSITIVE_INFINITY;
    check(new Case(64, 7, true, x));
  }

  /** One thing to compute. */
  private static final class Case {
    final int rows;
    final int columns;
    final boolean training;
    final float[] x;
    float[] gamma = NONE;
    float[] beta = NONE;

    Case(int rows, int columns, boolean training, float... x) {
      this.rows = rows;
      this.columns = columns;
      this.training = training;
      this.x = x;
    }

    double gamma(int j) {
      return gamma.length == 0 ? 1 : gamma[j];
    }

    double beta(int j) {
      return beta.length == 0 ? 0 : beta[j];
    }

    @Override
    public String toString() {
      return rows + " x " + columns + (training ? " while training" : " while evaluating");
    }
  }

  /** Checks forward and gradient; what forward gave. */
  private Slot check(Case it) {
    Slot x = Slot.read(it.x);
    Slot gamma = Slot.read(it.gamma);
    Slot beta = Slot.read(it.beta);
    float[] means = normal(it.columns, 3);
    float[] variances = squares(normal(it.columns, 4));
    Slot mean = it.training ? Slot.updated(means) : Slot.read(means);
    Slot variance = it.training ? Slot.updated(variances) : Slot.read(variances);
    Slot saved = Slot.written(2 * it.columns);
    Slot y = Slot.written(it.x.length);
    Slot dy = Slot.updated(normal(it.x.length, 5));
    Slot dgamma = Slot.written(it.gamma.length);
    Slot dbeta = Slot.written(it.beta.length);
    Memory memory = Memory.of(backend, x, gamma, beta, mean, variance, saved, y, dy, dgamma, dbeta);
    kernel.forward(
        it.rows,
        it.columns,
        it.training,
        MOMENTUM,
        EPSILON,
        x.buffer(),
        gamma.buffer(),
        beta.buffer(),
        mean.buffer(),
        variance.buffer(),
        saved.buffer(),
        y.buffer());
    kernel.gradient(
        it.rows,
        it.columns,
        it.training,
        x.buffer(),
        gamma.buffer(),
        saved.buffer(),
        dy.buffer(),
        dgamma.buffer(),
        dbeta.buffer(),
        dy.buffer());
    memory.check(it.toString());
    Expected expected = new Expected(it, means, variances, dy.before);
    expected.y.agreesWith("y, " + it, it.rows, y.floats());
    expected.mean.agreesWith("moving mean, " + it, it.rows, mean.floats());
    expected.variance.agreesWith("moving variance, " + it, it.rows, variance.floats());
    if (it.gamma.length > 0) {
      expected.dgamma.agreesWith("dgamma, " + it, it.rows, dgamma.floats());
    }
    if (it.beta.length > 0) {
      expected.dbeta.agreesWith("dbeta, " + it, it.rows, dbeta.floats());
    }
    expected.dx.agreesWith("dx, " + it, it.rows, dy.floats());
    return y;
  }

  private static float[] squares(float... x) {
    float[] squares = x.clone();
    for (int i = 0; i < x.length; i++) {
      squares[i] = x[i] * x[i];
    }
    return squares;
  }

  /** All of it in double precision, column by column, with the sizes of the terms. */
  private static final class Expected {
    final Reference y;
    final Reference mean;
    final Reference variance;
    final Reference dgamma;
    final Reference dbeta;
    final Reference dx;
    private final Case it;
    private final float[] dy;

    Expected(Case it, float[] means, float[] variances, float... dy) {
      this.it = it;
      this.dy = dy;
      y = new Reference(it.x.length);
      mean = new Reference(it.columns);
      variance = new Reference(it.columns);
      dgamma = new Reference(it.columns);
      dbeta = new Reference(it.columns);
      dx = new Reference(it.x.length);
      for (int j = 0; j < it.columns; j++) {
        column(j, means[j], variances[j]);
      }
    }

    private void column(int j, double movingMean, double movingVariance) {
      double[] x = new double[it.rows];
      Arrays.setAll(x, i -> it.x[i * it.columns + j]);
      double now = movingMean;
      double spread = movingVariance;
      if (it.training) {
        double average = Arrays.stream(x).average().orElseThrow();
        now = average;
        spread = Arrays.stream(x).map(each -> (each - average) * (each - average)).sum() / it.rows;
        move(mean, j, movingMean, now, Arrays.stream(x).map(Math::abs).sum() / it.rows);
        move(variance, j, movingVariance, spread, spread);
      } else {
        mean.add(j, movingMean);
        variance.add(j, movingVariance);
      }
      forward(j, now, Math.sqrt(spread + EPSILON), x);
      backward(j, now, Math.sqrt(spread + EPSILON), x);
    }

    private static void move(Reference moving, int j, double before, double now, double size) {
      moving.add(j, before * MOMENTUM);
      moving.add(j, now * (1.0 - MOMENTUM), size * (1.0 - MOMENTUM));
    }

    private void forward(int j, double now, double deviation, double... x) {
      for (int i = 0; i < it.rows; i++) {
        double factor = it.gamma(j) / deviation;
        double size = Math.abs(factor) * (Math.abs(x[i]) + Math.abs(now));
        y.add(i * it.columns + j, factor * (x[i] - now), size);
        y.add(i * it.columns + j, it.beta(j));
      }
    }

    private void backward(int j, double now, double deviation, double... x) {
      double sum = 0;
      double size = 0;
      double products = 0;
      double productSize = 0;
      for (int i = 0; i < it.rows; i++) {
        double slope = dy[i * it.columns + j];
        sum += slope;
        size += Math.abs(slope);
        products += slope * (x[i] - now) / deviation;
        productSize += Math.abs(slope) * (Math.abs(x[i]) + Math.abs(now)) / deviation;
      }
      dbeta.add(j, sum, size);
      dgamma.add(j, products, productSize);
      for (int i = 0; i < it.rows; i++) {
        int at = i * it.columns + j;
        double factor = it.gamma(j) / deviation;
        dx.add(at, factor * dy[at]);
        if (it.training) {
          double normal = (x[i] - now) / deviation;
          double rest = (sum + normal * products) / it.rows;
          double normalSize = (Math.abs(x[i]) + Math.abs(now)) / deviation;
          double restSize = (size + normalSize * productSize) / it.rows;
          dx.add(at, -factor * rest, Math.abs(factor) * restSize);
        }
      }
    }
  }
}
