package org.synapt.processor.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Constant;
import org.synapt.processor.formula.Expression.Negation;
import org.synapt.processor.formula.Expression.Variable;

/** Counts how often each part of some expressions is needed if each is computed only once. */
final class SharedParts {
  /** In the order of first need. */
  private final Map<Expression, Integer> needs = new LinkedHashMap<>();

  /** Every part behind all that it is made of. */
  private final List<Expression> ordered = new ArrayList<>();

  private SharedParts() {}

  /** What is worth a name because it is needed twice or more, every part behind its own parts. */
  static List<Expression> of(List<Expression> expressions) {
    SharedParts parts = new SharedParts();
    expressions.forEach(parts::need);
    parts.ordered.removeIf(part -> isCheap(part) || parts.needs.getOrDefault(part, 0) < 2);
    return parts.ordered;
  }

  /** Whether the expression costs nothing to compute again. */
  static boolean isCheap(Expression expression) {
    return expression instanceof Constant
        || expression instanceof Variable
        || expression instanceof Negation negation && isCheap(negation.operand());
  }

  private void need(Expression expression) {
    if (needs.merge(expression, 1, Integer::sum) == 1) {
      expression.operands().forEach(this::need);
      if (isRepeated(expression)) {
        need(expression.operands().get(0));
      }
      ordered.add(expression);
    }
  }

  /** Whether the expression is printed as a product of its first operand by itself. */
  private static boolean isRepeated(Expression expression) {
    return JavaNotation.repetitions(expression) > 1;
  }

  /** A word for what the expression is, to name it by. */
  static String word(Expression expression) {
    if (expression instanceof Call call) {
      return call.function().toString();
    } else if (expression instanceof Expression.Binary binary) {
      return switch (binary.operator()) {
        case PLUS -> "sum";
        case MINUS -> "difference";
        case TIMES -> "product";
        case DIVIDED_BY -> "quotient";
        case POWER -> "power";
      };
    }
    return expression instanceof Negation ? "opposite" : "choice";
  }
}
