package org.synapt.processor.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.synapt.processor.formula.Expression.Binary;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Conditional;
import org.synapt.processor.formula.Expression.Constant;
import org.synapt.processor.formula.Expression.Negation;

/**
 * The derivative of an expression by a variable.
 *
 * <p>Simplifies before as well as after, so that what is differentiated is the stable form of a
 * formula. A condition is taken to be constant: only the branches are differentiated.
 */
public final class Derivative {
  private final String variable;

  private Derivative(String variable) {
    this.variable = variable;
  }

  /**
   * Differentiates an expression.
   *
   * @param expression what to differentiate
   * @param variable the name of the variable; all others are constant
   * @return the derivative, simplified
   */
  public static Expression of(Expression expression, String variable) {
    return Simplification.of(new Derivative(variable).derivative(Simplification.of(expression)));
  }

  private Expression derivative(Expression expression) {
    if (!expression.variables().contains(variable)) {
      return Constant.ZERO;
    } else if (expression instanceof Negation negation) {
      return derivative(negation.operand()).negated();
    } else if (expression instanceof Binary binary) {
      return chain(binary.operator().derivative(), List.of("a", "b"), binary.operands());
    } else if (expression instanceof Call call) {
      Function function = call.function();
      return chain(function.derivative(), function.parameters(), call.arguments());
    } else if (expression instanceof Conditional choice) {
      return new Conditional(
          choice.condition(), derivative(choice.whenTrue()), derivative(choice.whenFalse()));
    }
    return Constant.ONE;
  }

  private Expression chain(String rule, List<String> parameters, List<Expression> arguments) {
    return Formulas.of(rule).with(parts(parameters, arguments));
  }

  /** What stands in a rule for each parameter, and for the derivative of each. */
  private Map<String, Expression> parts(List<String> parameters, List<Expression> arguments) {
    Map<String, Expression> parts = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      parts.put(parameters.get(i), arguments.get(i));
      parts.put("d" + parameters.get(i), derivative(arguments.get(i)));
    }
    return parts;
  }
}
