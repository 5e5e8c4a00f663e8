package org.synapt.processor.formula;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.formula.Expression.Constant;

/** A constant before a product, and one below its line: 1 and 3 for a third. */
record Coefficient(double factor, double divisor) {

  /**
   * The coefficient that stands for constant factors; nothing if no float does.
   *
   * <p>A division stays one where multiplying by the reciprocal would round: {@code x / 3}, but
   * {@code 0.5 * x}.
   *
   * @param above the factors above the line, none negative
   * @param below those below it, none negative
   * @param divided whether there is nothing else, so that the division can be done now
   */
  static Optional<Coefficient> of(List<Constant> above, List<Constant> below, boolean divided) {
    double over = product(above);
    double under = product(below);
    if (over == 0 || under == 0) {
      return Optional.empty();
    }
    double divisor = under / over;
    boolean rounds = !isPowerOfTwo(under) && !isPowerOfTwo(divisor);
    boolean divides = !divided && rounds && (over == 1 || isWhole(divisor));
    Coefficient coefficient =
        divides ? new Coefficient(1, divisor) : new Coefficient(over / under, 1);
    return Constant.fits(coefficient.factor) && Constant.fits(coefficient.divisor)
        ? Optional.of(coefficient)
        : Optional.empty();
  }

  private static double product(List<Constant> constants) {
    return constants.stream().mapToDouble(Constant::value).reduce(1, (a, b) -> a * b);
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }

  private static boolean isPowerOfTwo(double value) {
    return value == Math.scalb(1.0, Math.getExponent(value));
  }
}
