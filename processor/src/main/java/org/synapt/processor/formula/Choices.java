package org.synapt.processor.formula;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.processor.formula.Condition.Comparison;
import org.synapt.processor.formula.Condition.Conjunction;
import org.synapt.processor.formula.Condition.Disjunction;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Conditional;
import org.synapt.processor.formula.Expression.Constant;

/** Conditionals that are decided, or have simpler names. */
final class Choices {

  private Choices() {}

  /** The simplest form of a conditional whose operands are simple already. */
  static Expression simplified(Conditional choice) {
    Optional<Boolean> decided = decided(choice.condition());
    if (decided.isPresent()) {
      return decided.get() ? choice.whenTrue() : choice.whenFalse();
    } else if (choice.whenTrue().equals(choice.whenFalse())) {
      return choice.whenTrue();
    }
    return rectified(choice)
        .orElseGet(
            () ->
                new Conditional(needed(choice.condition()), choice.whenTrue(), choice.whenFalse()));
  }

  /** step(u) for u &gt; 0 ? 1 : 0, and relu(u) for u &gt; 0 ? u : 0. */
  private static Optional<Expression> rectified(Conditional choice) {
    if (choice.whenFalse().equals(Constant.ZERO)
        && choice.condition() instanceof Comparison comparison
        && comparison.right().equals(Constant.ZERO)) {
      Expression u = comparison.left();
      boolean strict = comparison.relation() == Relation.GREATER;
      if (strict && choice.whenTrue().equals(Constant.ONE)) {
        return Optional.of(new Call(Function.STEP, List.of(u)));
      } else if ((strict || comparison.relation() == Relation.GREATER_OR_EQUAL)
          && choice.whenTrue().equals(u)) {
        return Optional.of(Calls.simplified(new Call(Function.RELU, List.of(u))));
      }
    }
    return Optional.empty();
  }

  /** Whether the condition holds, if that is known. */
  private static Optional<Boolean> decided(Condition condition) {
    if (condition instanceof Conjunction both) {
      return either(decided(both.left()), decided(both.right()), false);
    } else if (condition instanceof Disjunction either) {
      return either(decided(either.left()), decided(either.right()), true);
    }
    boolean known = condition.operands().stream().allMatch(Constant.class::isInstance);
    return known ? Optional.of(Evaluation.of(condition, Map.of())) : Optional.empty();
  }

  /** One side alone decides if it has the deciding value; else both are needed. */
  private static Optional<Boolean> either(
      Optional<Boolean> left, Optional<Boolean> right, boolean deciding) {
    if (left.equals(Optional.of(deciding)) || right.equals(Optional.of(deciding))) {
      return Optional.of(deciding);
    }
    return left.isPresent() && right.isPresent() ? Optional.of(!deciding) : Optional.empty();
  }

  /** What is left of an undecided condition without the parts that are decided. */
  private static Condition needed(Condition condition) {
    if (condition instanceof Conjunction both) {
      if (decided(both.left()).isPresent()) {
        return needed(both.right());
      }
      return decided(both.right()).isPresent()
          ? needed(both.left())
          : new Conjunction(needed(both.left()), needed(both.right()));
    } else if (condition instanceof Disjunction either) {
      if (decided(either.left()).isPresent()) {
        return needed(either.right());
      }
      return decided(either.right()).isPresent()
          ? needed(either.left())
          : new Disjunction(needed(either.left()), needed(either.right()));
    }
    return condition;
  }
}
