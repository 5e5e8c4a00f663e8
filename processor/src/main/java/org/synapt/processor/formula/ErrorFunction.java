package org.synapt.processor.formula;

/**
 * erf(x) = 2/√π · ∫₀ˣ exp(−t²) dt, to about 15 digits.
 *
 * <p>Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964; the series
 * 7.1.6 near zero, the continued fraction 7.1.14 beyond.
 */
final class ErrorFunction {
  private static final double SQRT_PI = Math.sqrt(Math.PI);

  /** Where the two need about as many steps as each other. */
  private static final double BORDER = 2.5;

  /** Enough for full precision at the border, found by doubling until nothing changed. */
  private static final int FRACTION_STEPS = 120;

  private ErrorFunction() {}

  static double of(double x) {
    double size = Math.abs(x);
    if (Double.isNaN(x) || size < BORDER) {
      return series(x);
    }
    return Math.signum(x) * (1 - complement(size));
  }

  /** 2/√π · exp(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1 · 3 ⋯ (2n + 1)). */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / SQRT_PI * Math.exp(-x * x) * sum;
  }

  /** exp(−x²)/√π · 1/(x + ½/(x + 1/(x + 1½/(x + …)))), for positive x. */
  private static double complement(double x) {
    double tail = x;
    for (int k = FRACTION_STEPS; k >= 1; k--) {
      tail = x + k / 2.0 / tail;
    }
    return Math.exp(-x * x) / SQRT_PI / tail;
  }
}
