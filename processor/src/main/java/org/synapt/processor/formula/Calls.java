package org.synapt.processor.formula;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.formula.Expression.Binary;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Constant;

/** Calls that have simpler names, or none at all. */
final class Calls {

  private Calls() {}

  /** The simplest form of a call whose arguments are simple already. */
  static Expression simplified(Call call) {
    if (call.arguments().stream().allMatch(Constant.class::isInstance)) {
      double[] values =
          call.arguments().stream().mapToDouble(a -> ((Constant) a).value()).toArray();
      return Simplification.folded(call.function().apply(values), call);
    }
    Expression first = call.argument(0);
    return switch (call.function()) {
      case ABS -> isNonNegative(first) ? first : even(call);
      case SQUARE -> square(call, first);
      case COS -> even(call);
      case RELU -> isNonNegative(first) ? first : call;
      case SQRT -> calls(first, Function.SQUARE) ? call(Function.ABS, inner(first)) : call;
      case LOG -> log(call, first);
      case LOG1P -> calls(first, Function.EXP) ? call(Function.SOFTPLUS, inner(first)) : call;
      case POW -> Powers.simplified(first, call.argument(1));
      case MAX -> max(call, first, call.argument(1));
      case MIN -> first.equals(call.argument(1)) ? first : call;
      default -> call;
    };
  }

  /** Whether the expression is a call of the function. */
  private static boolean calls(Expression expression, Function function) {
    return expression instanceof Call call && call.function() == function;
  }

  /** The same call, without a minus that makes no difference. */
  private static Expression even(Call call) {
    Expression argument = call.argument(0);
    return Simplification.isNegative(argument)
        ? call(call.function(), Simplification.opposite(argument))
        : call;
  }

  private static Expression square(Call call, Expression argument) {
    if (calls(argument, Function.SQRT)) {
      return inner(argument);
    }
    return calls(argument, Function.ABS) ? call(Function.SQUARE, inner(argument)) : even(call);
  }

  private static Expression log(Call call, Expression argument) {
    if (calls(argument, Function.EXP)) {
      return inner(argument);
    } else if (calls(argument, Function.SIGMOID)) {
      Expression u = Simplification.opposite(inner(argument));
      return call(Function.SOFTPLUS, u).negated();
    }
    Optional<Expression> u = KnownProducts.onePlus(argument);
    return u.isPresent() ? simplified(new Call(Function.LOG1P, List.of(u.get()))) : call;
  }

  private static Expression max(Call call, Expression a, Expression b) {
    if (a.equals(Constant.ZERO) || b.equals(Constant.ZERO)) {
      return simplified(new Call(Function.RELU, List.of(a.equals(Constant.ZERO) ? b : a)));
    }
    return a.equals(b) ? a : call;
  }

  private static boolean isNonNegative(Expression expression) {
    if (expression instanceof Binary binary && binary.operator() == Operator.POWER) {
      return binary.right() instanceof Constant constant && constant.value() % 2 == 0;
    }
    return expression instanceof Call call
        && switch (call.function()) {
          case ABS, EXP, RELU, SIGMOID, SOFTPLUS, SQRT, SQUARE, STEP -> true;
          default -> false;
        };
  }

  private static Expression inner(Expression call) {
    return ((Call) call).argument(0);
  }

  private static Expression call(Function function, Expression argument) {
    return new Call(function, List.of(argument));
  }
}
