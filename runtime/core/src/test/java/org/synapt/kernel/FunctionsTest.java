package org.synapt.kernel;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class FunctionsTest {
  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final int STEPS = 1_000_000;

  /** A function of floats. */
  private interface Function {
    float of(float x);
  }

  @Test
  void expIsAccurate() {
    relative(3e-7, Functions::exp, StrictMath::exp, -87.3f, 88.72f);
    relative(3e-7, Functions::exp, StrictMath::exp, -1f, 1f);
  }

  @Test
  void expEndsAtTheSmallestAndTheLargestNormalFloats() {
    assertThat(Functions.exp(-1e30f)).isEqualTo(Functions.exp(-87.3f));
    assertThat(Functions.exp(-INFINITY)).isAtLeast(Float.MIN_NORMAL);
    assertThat(Functions.exp(INFINITY)).isEqualTo(Functions.exp(88.72f));
    assertThat(Functions.exp(1e30f)).isGreaterThan(3.3e38f);
    assertThat(Functions.exp(1e30f)).isLessThan(INFINITY);
  }

  @Test
  void expm1IsAccurateAroundZeroAndFar() {
    relative(5e-7, Functions::expm1, StrictMath::expm1, -87.3f, 88f);
    relative(5e-7, Functions::expm1, StrictMath::expm1, -1f, 1f);
    relative(5e-7, Functions::expm1, StrictMath::expm1, -1e-6f, 1e-6f);
    assertThat(Functions.expm1(-INFINITY)).isEqualTo(-1f);
  }

  @Test
  void logIsAccurate() {
    relative(6e-8, Functions::log, StrictMath::log, 1e-45f, 1e-38f);
    relative(6e-8, Functions::log, StrictMath::log, 1e-3f, 3f);
    relative(6e-8, Functions::log, StrictMath::log, 1f, 3e38f);
  }

  @Test
  void logHasItsLimits() {
    assertThat(Functions.log(0f)).isEqualTo(-INFINITY);
    assertThat(Functions.log(-0f)).isEqualTo(-INFINITY);
    assertThat(Functions.log(1f)).isEqualTo(0f);
    assertThat(Functions.log(-1f)).isNaN();
    assertThat(Functions.log(INFINITY)).isEqualTo(INFINITY);
  }

  @Test
  void log1pIsAccurateAroundZeroAndFar() {
    relative(6e-8, Functions::log1p, StrictMath::log1p, -0.999f, 100f);
    relative(6e-8, Functions::log1p, StrictMath::log1p, -2e-4f, 2e-4f);
    assertThat(Functions.log1p(-1f)).isEqualTo(-INFINITY);
    assertThat(Functions.log1p(-2f)).isNaN();
  }

  @Test
  void tanhIsAccurateAroundZeroAndFar() {
    relative(4e-7, Functions::tanh, StrictMath::tanh, -20f, 20f);
    relative(4e-7, Functions::tanh, StrictMath::tanh, -1e-3f, 1e-3f);
    assertThat(Functions.tanh(INFINITY)).isWithin(1e-7f).of(1f);
    assertThat(Functions.tanh(-1e30f)).isWithin(1e-7f).of(-1f);
  }

  @Test
  void sigmoidIsAccurateAlsoWhereItIsTiny() {
    relative(3e-7, Functions::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -43.6f, 100f);
    assertThat(Functions.sigmoid(0f)).isEqualTo(0.5f);
    assertThat(Functions.sigmoid(INFINITY)).isEqualTo(1f);
    assertThat(Functions.sigmoid(-INFINITY)).isGreaterThan(0f);
    assertThat(Functions.sigmoid(-1e30f)).isLessThan(1.3e-19f);
  }

  @Test
  void softplusIsAccurate() {
    relative(5e-7, Functions::softplus, x -> StrictMath.log1p(StrictMath.exp(x)), -87.3f, 100f);
    assertThat(Functions.softplus(1e30f)).isEqualTo(1e30f);
    assertThat(Functions.softplus(-INFINITY)).isLessThan(2e-38f);
  }

  @Test
  void erfIsAccurateAroundZeroAndFar() {
    relative(4e-7, Functions::erf, FunctionsTest::erf, -6f, 6f);
    relative(4e-7, Functions::erf, FunctionsTest::erf, -1e-3f, 1e-3f);
    assertThat(Functions.erf(INFINITY)).isWithin(1e-7f).of(1f);
    assertThat(Functions.erf(-1e30f)).isWithin(1e-7f).of(-1f);
  }

  @Test
  void reluIsExact() {
    for (float x : new float[] {0f, Float.MIN_VALUE, 1e-40f, 0.1f, 1f, 1e30f, 1.7e38f}) {
      assertThat(Functions.relu(x)).isEqualTo(x);
      assertThat(Functions.relu(-x)).isEqualTo(0f);
    }
    assertThat(Functions.relu(INFINITY)).isEqualTo(INFINITY);
    assertThat(Functions.relu(-INFINITY)).isNaN();
  }

  @Test
  void stepAndSignAreExact() {
    for (float x : new float[] {Float.MIN_VALUE, 1e-40f, 0.1f, 1f, 1e30f, Float.MAX_VALUE}) {
      assertThat(Functions.step(x)).isEqualTo(1f);
      assertThat(Functions.step(-x)).isEqualTo(0f);
      assertThat(Functions.sign(x)).isEqualTo(1f);
      assertThat(Functions.sign(-x)).isEqualTo(-1f);
    }
    assertThat(Functions.step(0f)).isEqualTo(0f);
    assertThat(Functions.sign(0f)).isEqualTo(0f);
    assertThat(Functions.sign(-INFINITY)).isEqualTo(-1f);
  }

  @Test
  void powSinAndCosAreThoseOfStrictMath() {
    assertThat(Functions.pow(2f, 0.5f)).isEqualTo((float) StrictMath.sqrt(2));
    assertThat(Functions.pow(-2f, 3f)).isEqualTo(-8f);
    assertThat(Functions.sin(1f)).isEqualTo((float) StrictMath.sin(1));
    assertThat(Functions.cos(1f)).isEqualTo((float) StrictMath.cos(1));
  }

  @Test
  void notANumberStaysSo() {
    Function[] functions = {
      Functions::exp, Functions::expm1, Functions::log, Functions::log1p, Functions::sin,
      Functions::cos, Functions::tanh, Functions::sigmoid, Functions::softplus, Functions::erf,
      Functions::relu, Functions::step, Functions::sign
    };
    for (Function function : functions) {
      assertThat(function.of(Float.NaN)).isNaN();
    }
  }

  /** The number was found on HotSpot 17 and is the same on 25; a difference elsewhere is a bug. */
  @Test
  void bitsAreTheSameOnEveryMachine() {
    int hash = 0;
    for (int i = 0; i <= 100_000; i++) {
      float x = (i - 50_000) / 500f;
      hash = 31 * hash + Float.floatToIntBits(Functions.exp(x));
      hash = 31 * hash + Float.floatToIntBits(Functions.expm1(x));
      hash = 31 * hash + Float.floatToIntBits(Functions.tanh(x));
      hash = 31 * hash + Float.floatToIntBits(Functions.sigmoid(x));
      hash = 31 * hash + Float.floatToIntBits(Functions.softplus(x));
      hash = 31 * hash + Float.floatToIntBits(Functions.erf(x));
      hash = 31 * hash + Float.floatToIntBits(Functions.log(Math.abs(x)));
      hash = 31 * hash + Float.floatToIntBits(Functions.sin(x));
    }
    assertThat(hash).isEqualTo(-1_297_482_373);
  }

  private static void relative(
      double bound, Function function, DoubleUnaryOperator exact, float from, float to) {
    double worst = 0;
    float where = from;
    for (int i = 0; i <= STEPS; i++) {
      float x = from + (float) ((double) (to - from) * i / STEPS);
      double expected = exact.applyAsDouble(x);
      double error = Math.abs(function.of(x) - expected);
      // A result in the denormal range cannot be more accurate than its last place.
      double relative = error <= Float.MIN_VALUE ? 0 : error / Math.abs(expected);
      if (!(relative <= worst)) {
        worst = relative;
        where = x;
      }
    }
    assertWithMessage("largest relative error, at %s", where).that(worst).isAtMost(bound);
  }

  /** The series for small x, the continued fraction for large x. */
  private static double erf(double x) {
    double a = Math.abs(x);
    double result = 0;
    if (a < 3) {
      double term = a;
      for (int n = 0; n < 60; n++) {
        result += term / (2 * n + 1);
        term *= -a * a / (n + 1);
      }
      result *= 2 / StrictMath.sqrt(Math.PI);
    } else {
      double fraction = 0;
      for (int n = 40; n > 0; n--) {
        fraction = n / 2.0 / (a + fraction);
      }
      result = 1 - StrictMath.exp(-a * a) / StrictMath.sqrt(Math.PI) / (a + fraction);
    }
    return x < 0 ? -result : result;
  }
}
