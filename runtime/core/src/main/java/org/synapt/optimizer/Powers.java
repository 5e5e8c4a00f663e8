package org.synapt.optimizer;

/**
 * Powers and a cosine that are the same on every JVM and allocate nothing.
 *
 * <p>{@link Math#pow} and {@link Math#cos} may differ from one JVM to the next; {@link
 * StrictMath#pow} and {@link StrictMath#cos} allocate on some.
 */
final class Powers {
  /** Terms of the series of sine and cosine: at π/4 the next would be below 1e-18. */
  private static final int TERMS = 9;

  private Powers() {}

  /** base to a whole exponent of 0 or above, by squaring. */
  static double power(double base, long exponent) {
    double power = 1;
    double square = base;
    for (long left = exponent; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        power *= square;
      }
      square *= square;
    }
    return power;
  }

  /** base to any exponent of 0 or above; base is 0 or above. Exact where {@link #power} is. */
  static double power(double base, double exponent) {
    long whole = (long) exponent;
    double rest = exponent - whole;
    double power = power(base, whole);
    return rest == 0 ? power : power * StrictMath.exp(rest * StrictMath.log(base));
  }

  /**
   * (1 + cos(π · fraction)) / 2 for a fraction from 0 to 1: falls from exactly 1 to exactly 0.
   *
   * <p>That is cos²(π/2 · fraction), or sin² of what is missing to a quarter turn, so that no
   * series has to reach beyond π/4.
   */
  static double raisedCosine(double fraction) {
    double root =
        fraction < 0.5 ? cosine(Math.PI / 2 * fraction) : sine(Math.PI / 2 * (1 - fraction));
    return root * root;
  }

  private static double cosine(double x) {
    return series(x, 0);
  }

  private static double sine(double x) {
    return x * series(x, 1);
  }

  /**
   * 1 − x²/((o+1)(o+2)) · (1 − x²/((o+3)(o+4)) · (…)): cosine for an order o of 0, sine/x for 1.
   */
  private static double series(double x, int order) {
    double sum = 1;
    for (int i = TERMS; i > 0; i--) {
      double divisor = (2.0 * i - 1 + order) * (2.0 * i + order);
      sum = 1 - x * x / divisor * sum;
    }
    return sum;
  }
}
