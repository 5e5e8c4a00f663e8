package org.synapt.processor.formula;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.processor.formula.Expression.Binary;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Constant;

/** Products that have a name: 1 / (1 + eᵘ), eᵘ · sigmoid(-u), u · sign(u) and u · step(u). */
final class KnownProducts {

  private KnownProducts() {}

  /** Replaces them among the factors of a product, given with the power of each. */
  static void replace(Map<Expression, Integer> powers) {
    for (Expression factor : List.copyOf(powers.keySet())) {
      int power = powers.getOrDefault(factor, 0);
      Optional<Expression> sigmoid = power < 0 ? logistic(factor) : Optional.empty();
      if (sigmoid.isPresent()) {
        powers.remove(factor);
        powers.merge(sigmoid.get(), -power, Integer::sum);
      }
    }
    for (Expression factor : List.copyOf(powers.keySet())) {
      if (factor instanceof Call call) {
        Expression u = call.arguments().get(0);
        switch (call.function()) {
          case EXP ->
              join(
                  powers,
                  call,
                  call(Function.SIGMOID, Simplification.opposite(u)),
                  Function.SIGMOID,
                  u);
          case SIGN -> join(powers, call, u, Function.ABS, u);
          case STEP -> join(powers, call, u, Function.RELU, u);
          default -> {}
        }
      }
    }
  }

  /** sigmoid(-u), if the sum is 1 + exp(u). */
  static Optional<Expression> logistic(Expression sum) {
    return onePlus(sum)
        .filter(u -> u instanceof Call call && call.function() == Function.EXP)
        .map(exp -> call(Function.SIGMOID, Simplification.opposite(((Call) exp).argument(0))));
  }

  /** u, if the sum is 1 + u, u + 1 or, for the opposite of some u, 1 - u. */
  static Optional<Expression> onePlus(Expression sum) {
    if (sum instanceof Binary binary && Simplification.isSum(sum)) {
      boolean plus = binary.operator() == Operator.PLUS;
      if (binary.left().equals(Constant.ONE)) {
        return Optional.of(plus ? binary.right() : Simplification.opposite(binary.right()));
      } else if (plus && binary.right().equals(Constant.ONE)) {
        return Optional.of(binary.left());
      }
    }
    return Optional.empty();
  }

  /** Makes f(u) of as many pairs of the two factors as there are above the line. */
  private static void join(
      Map<Expression, Integer> powers, Expression a, Expression b, Function f, Expression u) {
    int pairs = Math.min(powers.getOrDefault(a, 0), powers.getOrDefault(b, 0));
    if (pairs > 0) {
      powers.merge(a, -pairs, Integer::sum);
      powers.merge(b, -pairs, Integer::sum);
      powers.merge(call(f, u), pairs, Integer::sum);
    }
  }

  private static Expression call(Function function, Expression argument) {
    return new Call(function, List.of(argument));
  }
}
