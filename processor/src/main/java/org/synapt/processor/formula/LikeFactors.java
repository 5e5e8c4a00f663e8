package org.synapt.processor.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.synapt.processor.formula.Expression.Binary;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Constant;
import org.synapt.processor.formula.Expression.Negation;

/**
 * A product as its factors and the power of each: {@code 2 * x * x / y} is 2, x to the 2nd, y to
 * the -1st.
 */
final class LikeFactors {
  /** Of higher powers, as they stand, the sum of two exponents might overflow. */
  private static final int HIGHEST_POWER = 1_000;

  private final Map<Expression, Integer> powers = new LinkedHashMap<>();

  /** The sizes of the constant factors, above and below the line. */
  private final List<Constant> above = new ArrayList<>();

  private final List<Constant> below = new ArrayList<>();

  private int sign = 1;

  private LikeFactors() {}

  /**
   * A product, quotient or opposite, with its like factors collected.
   *
   * @param simplify what to do with each factor first; nothing if they are simple already, because
   *     doing it again on every level would take exponential time
   */
  static Expression collected(Expression product, UnaryOperator<Expression> simplify) {
    LikeFactors factors = new LikeFactors();
    factors.multiply(product, 1, simplify);
    if (factors.above.contains(Constant.ZERO) && !factors.below.contains(Constant.ZERO)) {
      return Constant.ZERO;
    }
    KnownProducts.replace(factors.powers);
    return factors.rebuilt();
  }

  /** Multiplies by a power of a factor; the power is 1 or -1 where the factor is not simple yet. */
  private void multiply(Expression factor, int power, UnaryOperator<Expression> simplify) {
    if (factor instanceof Negation negation) {
      sign = power % 2 == 0 ? sign : -sign;
      multiply(negation.operand(), power, simplify);
    } else if (factor instanceof Binary binary && isProduct(binary)) {
      int right = binary.operator() == Operator.TIMES ? power : -power;
      multiply(binary.left(), power, simplify);
      multiply(binary.right(), right, simplify);
    } else {
      multiplySimple(simplify.apply(factor), power);
    }
  }

  private void multiplySimple(Expression factor, int power) {
    if (factor instanceof Constant constant) {
      sign = constant.value() < 0 ? -sign : sign;
      if (Math.abs(constant.value()) != 1) {
        (power > 0 ? above : below).add(new Constant(Math.abs(constant.value())));
      }
    } else if (factor instanceof Negation || factor instanceof Binary binary && isProduct(binary)) {
      multiply(factor, power, UnaryOperator.identity());
    } else if (factor instanceof Call call && call.function() == Function.SQUARE) {
      raise(call.argument(0), 2 * power);
    } else if (factor instanceof Binary binary
        && binary.operator() == Operator.POWER
        && Powers.isWhole(binary.right(), HIGHEST_POWER)) {
      raise(binary.left(), power * (int) ((Constant) binary.right()).value());
    } else {
      raise(factor, power);
    }
  }

  private void raise(Expression base, int power) {
    powers.merge(base, power, Integer::sum);
  }

  private static boolean isProduct(Binary binary) {
    return binary.operator() == Operator.TIMES || binary.operator() == Operator.DIVIDED_BY;
  }

  private Expression rebuilt() {
    List<Expression> numerator = new ArrayList<>();
    List<Expression> denominator = new ArrayList<>();
    powers.forEach(
        (base, power) -> {
          if (power > 0) {
            numerator.add(Powers.of(base, power));
          } else if (power < 0) {
            denominator.add(Powers.of(base, -power));
          }
        });
    boolean constant = numerator.isEmpty() && denominator.isEmpty();
    Optional<Coefficient> coefficient = Coefficient.of(above, below, constant);
    if (coefficient.isPresent()) {
      scale(denominator, coefficient.get().divisor());
      scale(numerator, sign * coefficient.get().factor());
    } else {
      denominator.addAll(0, below);
      numerator.addAll(0, above);
      scale(numerator, sign);
    }
    return denominator.isEmpty()
        ? product(numerator)
        : product(numerator).over(product(denominator));
  }

  /** Puts a constant before the others, or only its sign if it is -1. */
  private static void scale(List<Expression> factors, double constant) {
    double left = constant < 0 && turnsDifference(factors) ? -constant : constant;
    if (left == -1 && !factors.isEmpty()) {
      factors.set(0, factors.get(0).negated());
    } else if (left != 1) {
      factors.add(0, new Constant(left));
    }
  }

  /** Turns the first factor that is a difference round, a - b to b - a; false if there is none. */
  private static boolean turnsDifference(List<Expression> factors) {
    for (int i = 0; i < factors.size(); i++) {
      if (factors.get(i) instanceof Binary difference
          && difference.operator() == Operator.MINUS
          && !Simplification.isSum(difference.left())
          && !Simplification.isNegative(difference.left())) {
        factors.set(i, difference.right().minus(difference.left()));
        return true;
      }
    }
    return false;
  }

  private static Expression product(List<Expression> factors) {
    return factors.stream().reduce(Expression::times).orElse(Constant.ONE);
  }
}
