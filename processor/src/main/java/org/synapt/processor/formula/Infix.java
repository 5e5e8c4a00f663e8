package org.synapt.processor.formula;

import java.util.Optional;
import org.synapt.processor.formula.Condition.Comparison;
import org.synapt.processor.formula.Condition.Conjunction;
import org.synapt.processor.formula.Condition.Disjunction;
import org.synapt.processor.formula.Expression.Binary;

/** What can stand between two terms, as the parser sees it. */
record Infix(Precedence precedence, boolean takesConditions, Joining joining) {

  /** Makes one term of two; both are conditions or both are numbers, as the infix takes them. */
  interface Joining {
    Term join(Term left, Term right);
  }

  static Optional<Infix> named(String symbol) {
    for (Operator operator : Operator.values()) {
      if (operator.toString().equals(symbol)) {
        return Optional.of(
            new Infix(
                Precedence.of(operator),
                false,
                (a, b) -> new Binary(operator, (Expression) a, (Expression) b)));
      }
    }
    for (Relation relation : Relation.values()) {
      if (relation.toString().equals(symbol)) {
        return Optional.of(
            new Infix(
                Precedence.COMPARISON,
                false,
                (a, b) -> new Comparison(relation, (Expression) a, (Expression) b)));
      }
    }
    return switch (symbol) {
      case "&&" ->
          Optional.of(
              new Infix(
                  Precedence.AND, true, (a, b) -> new Conjunction((Condition) a, (Condition) b)));
      case "||" ->
          Optional.of(
              new Infix(
                  Precedence.OR, true, (a, b) -> new Disjunction((Condition) a, (Condition) b)));
      default -> Optional.empty();
    };
  }
}
