package org.synapt.processor.formula;

import java.util.List;
import java.util.Map;
import org.synapt.processor.formula.Condition.Comparison;
import org.synapt.processor.formula.Condition.Conjunction;
import org.synapt.processor.formula.Condition.Disjunction;
import org.synapt.processor.formula.Expression.Binary;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Conditional;
import org.synapt.processor.formula.Expression.Constant;
import org.synapt.processor.formula.Expression.Negation;
import org.synapt.processor.formula.Expression.Variable;

/** The value of an expression in double precision: what every other form of it is compared with. */
public final class Evaluation {
  private final Map<String, Double> variables;

  private Evaluation(Map<String, Double> variables) {
    this.variables = variables;
  }

  /**
   * Evaluates an expression.
   *
   * @param expression what to evaluate
   * @param variables the value of each variable
   * @return the value; NaN or infinite where arithmetic gives that
   * @throws IllegalArgumentException if a variable has no value
   */
  public static double of(Expression expression, Map<String, Double> variables) {
    return new Evaluation(variables).value(expression);
  }

  /** Tells whether a condition holds; the same exceptions. */
  static boolean of(Condition condition, Map<String, Double> variables) {
    return new Evaluation(variables).holds(condition);
  }

  private double value(Expression expression) {
    if (expression instanceof Constant constant) {
      return constant.value();
    } else if (expression instanceof Variable variable) {
      return value(variable);
    } else if (expression instanceof Negation negation) {
      return -value(negation.operand());
    } else if (expression instanceof Binary binary) {
      return binary.operator().apply(value(binary.left()), value(binary.right()));
    } else if (expression instanceof Call call) {
      return call.function().apply(values(call.arguments()));
    }
    Conditional choice = (Conditional) expression;
    return value(holds(choice.condition()) ? choice.whenTrue() : choice.whenFalse());
  }

  private double value(Variable variable) {
    Double value = variables.get(variable.name());
    if (value == null) {
      throw new IllegalArgumentException("no value for " + variable);
    }
    return value;
  }

  private double[] values(List<Expression> expressions) {
    return expressions.stream().mapToDouble(this::value).toArray();
  }

  private boolean holds(Condition condition) {
    if (condition instanceof Comparison comparison) {
      return comparison.relation().test(value(comparison.left()), value(comparison.right()));
    } else if (condition instanceof Conjunction both) {
      return holds(both.left()) && holds(both.right());
    }
    Disjunction either = (Disjunction) condition;
    return holds(either.left()) || holds(either.right());
  }
}
