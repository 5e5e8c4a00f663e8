package org.synapt.processor.formula;

import java.util.List;
import org.synapt.processor.formula.Expression.Binary;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Constant;

/** Powers that have simpler names. */
final class Powers {

  private Powers() {}

  /** base to a whole, positive power. */
  static Expression of(Expression base, int power) {
    return switch (power) {
      case 1 -> base;
      case 2 -> new Call(Function.SQUARE, List.of(base));
      default -> new Binary(Operator.POWER, base, new Constant(power));
    };
  }

  /** base ^ exponent, both simple already. */
  static Expression simplified(Expression base, Expression exponent) {
    Binary power = new Binary(Operator.POWER, base, exponent);
    if (base instanceof Constant b && exponent instanceof Constant x) {
      return Simplification.folded(Math.pow(b.value(), x.value()), power);
    } else if (exponent instanceof Constant x) {
      return simplified(base, x.value(), power);
    } else if (Simplification.isConstant(base, Math.E)) {
      return new Call(Function.EXP, List.of(exponent));
    }
    return base.equals(Constant.ONE) ? Constant.ONE : power;
  }

  private static Expression simplified(Expression base, double exponent, Binary power) {
    if (exponent == 0) {
      return Constant.ONE;
    } else if (exponent == 1) {
      return base;
    } else if (exponent == 2) {
      return new Call(Function.SQUARE, List.of(base));
    } else if (exponent == 0.5) {
      return new Call(Function.SQRT, List.of(base));
    } else if (exponent == -0.5 || exponent < 0 && exponent == Math.rint(exponent)) {
      return Constant.ONE.over(simplified(base, new Constant(-exponent)));
    }
    return power;
  }

  /** Whether the exponent is a whole number no larger than a bound. */
  static boolean isWhole(Expression exponent, int bound) {
    return exponent instanceof Constant constant
        && constant.value() == Math.rint(constant.value())
        && Math.abs(constant.value()) <= bound;
  }
}
