package org.synapt.processor.formula;

import java.util.function.UnaryOperator;
import org.synapt.processor.formula.Expression.Binary;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Conditional;
import org.synapt.processor.formula.Expression.Constant;
import org.synapt.processor.formula.Expression.Negation;

/**
 * An expression with the same value, as a person would write it.
 *
 * <p>Constants are folded, like terms of sums and like factors of products collected, signs drawn
 * to the front, and what is known under a name called by it: {@code x ^ 2} is {@code square(x)},
 * {@code max(x, 0)} is {@code relu(x)}, {@code 1 / (1 + exp(-x))} is {@code sigmoid(x)}, which is
 * also what keeps formulas and their derivatives from overflowing. The value is the same in exact
 * arithmetic wherever the given expression has one; where it has none, as {@code x / x} at 0, the
 * result may have.
 */
public final class Simplification {
  /** More than any expression was seen to need: 4, among a hundred thousand random ones. */
  private static final int MOST_PASSES = 20;

  private Simplification() {}

  /**
   * Simplifies an expression; again, what is simple stays as it is.
   *
   * @param expression any expression
   * @return the same value, written simply
   */
  public static Expression of(Expression expression) {
    Expression before = expression;
    Expression after = pass(before);
    for (int i = 1; i < MOST_PASSES && !after.equals(before); i++) {
      before = after;
      after = pass(before);
    }
    return after;
  }

  /** Simplifies from the inside out, once. */
  static Expression pass(Expression expression) {
    if (expression instanceof Negation negation) {
      return isSum(negation.operand())
          ? LikeTerms.collected(negation, Simplification::pass)
          : LikeFactors.collected(negation, Simplification::pass);
    } else if (expression instanceof Binary binary) {
      return switch (binary.operator()) {
        case PLUS, MINUS -> LikeTerms.collected(binary, Simplification::pass);
        case TIMES, DIVIDED_BY -> LikeFactors.collected(binary, Simplification::pass);
        case POWER -> Powers.simplified(pass(binary.left()), pass(binary.right()));
      };
    } else if (expression instanceof Call call) {
      return Calls.simplified(call.map(Simplification::pass));
    } else if (expression instanceof Conditional conditional) {
      return Choices.simplified(conditional.map(Simplification::pass));
    }
    return expression;
  }

  /** The expression with the other sign; it has to be simple already. */
  static Expression opposite(Expression simple) {
    return isSum(simple)
        ? LikeTerms.collected(simple.negated(), UnaryOperator.identity())
        : LikeFactors.collected(simple.negated(), UnaryOperator.identity());
  }

  /** Whether the expression is a sum or difference, or the opposite of one. */
  static boolean isSum(Expression expression) {
    if (expression instanceof Negation negation) {
      return isSum(negation.operand());
    }
    return expression instanceof Binary binary
        && (binary.operator() == Operator.PLUS || binary.operator() == Operator.MINUS);
  }

  /** Whether the expression is written with a minus before it. */
  static boolean isNegative(Expression expression) {
    if (expression instanceof Binary binary) {
      return (binary.operator() == Operator.TIMES || binary.operator() == Operator.DIVIDED_BY)
          && isNegative(binary.left());
    }
    return expression instanceof Negation
        || expression instanceof Constant constant && constant.value() < 0;
  }

  static boolean isConstant(Expression expression, double value) {
    return expression instanceof Constant constant && constant.value() == value;
  }

  /** The value as a constant, or else the expression that has it. */
  static Expression folded(double value, Expression otherwise) {
    return Constant.fits(value) ? new Constant(value) : otherwise;
  }
}
