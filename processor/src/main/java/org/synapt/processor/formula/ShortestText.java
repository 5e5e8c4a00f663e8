package org.synapt.processor.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Predicate;

/**
 * Numbers with as few digits as tell them from their neighbours.
 *
 * <p>{@link Float#toString(float)} and {@link Double#toString(double)} print more digits than
 * needed for some numbers before JDK 19; what the compiler writes must not depend on the JDK.
 */
final class ShortestText {
  /** Enough for any double. */
  private static final int MOST_DIGITS = 17;

  /** Decimal exponents of the first digit that are written out; others get an {@code e}. */
  private static final int LOWEST_PLAIN = -4;

  private static final int HIGHEST_PLAIN = 8;

  private ShortestText() {}

  static String of(double value) {
    return of(new BigDecimal(value), text -> text.doubleValue() == value);
  }

  static String of(float value) {
    return of(new BigDecimal(value), text -> text.floatValue() == value);
  }

  private static String of(BigDecimal exact, Predicate<BigDecimal> isSame) {
    int digits = 1;
    BigDecimal rounded = exact.round(new MathContext(digits));
    while (digits < MOST_DIGITS && !isSame.test(rounded)) {
      digits++;
      rounded = exact.round(new MathContext(digits));
    }
    return text(rounded.stripTrailingZeros());
  }

  private static String text(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    if (number.signum() == 0 || exponent >= LOWEST_PLAIN && exponent <= HIGHEST_PLAIN) {
      return number.toPlainString();
    }
    return number.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }
}
