package org.synapt.processor.formula;

import java.util.ArrayList;
import java.util.List;
import org.synapt.processor.formula.Condition.Comparison;
import org.synapt.processor.formula.Condition.Conjunction;
import org.synapt.processor.formula.Condition.Disjunction;
import org.synapt.processor.formula.Expression.Binary;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Conditional;
import org.synapt.processor.formula.Expression.Constant;
import org.synapt.processor.formula.Expression.Negation;
import org.synapt.processor.formula.Expression.Variable;

/**
 * A way of writing terms as text with the fewest parentheses: what all such ways have in common.
 */
abstract class Notation {

  abstract Fragment constant(double value);

  abstract Fragment variable(String name);

  abstract Fragment power(Expression base, Expression exponent);

  abstract Fragment call(Call call);

  final Fragment print(Term term) {
    return term instanceof Expression expression
        ? expression(expression)
        : condition((Condition) term);
  }

  Fragment expression(Expression expression) {
    if (expression instanceof Constant constant) {
      return constant(constant.value());
    } else if (expression instanceof Variable variable) {
      return variable(variable.name());
    } else if (expression instanceof Negation negation) {
      return negation(negation.operand());
    } else if (expression instanceof Binary binary) {
      return binary(binary);
    } else if (expression instanceof Call call) {
      return call(call);
    }
    return conditional((Conditional) expression);
  }

  /** {@code name(argument, ...)}. */
  final Fragment call(String name, List<Expression> arguments) {
    List<String> texts = new ArrayList<>();
    arguments.forEach(argument -> texts.add(print(argument).text()));
    return Fragment.atom(name + "(" + String.join(", ", texts) + ")");
  }

  /** A number, which holds together as its sign does. */
  static Fragment number(String text) {
    return new Fragment(text, text.startsWith("-") ? Precedence.SIGN : Precedence.ATOM);
  }

  private Fragment negation(Expression operand) {
    String text = print(operand).within(Precedence.SIGN);
    // Without parentheses -(-x) would read as Java's --x, and -(2) as the constant -2.
    boolean apart = text.startsWith("-") || operand instanceof Constant;
    return new Fragment(apart ? "-(" + text + ")" : "-" + text, Precedence.SIGN);
  }

  private Fragment binary(Binary binary) {
    if (binary.operator() == Operator.POWER) {
      return power(binary.left(), binary.right());
    }
    return Fragment.infix(
        print(binary.left()),
        binary.operator().toString(),
        print(binary.right()),
        Precedence.of(binary.operator()));
  }

  private Fragment conditional(Conditional conditional) {
    return new Fragment(
        print(conditional.condition()).text()
            + " ? "
            + print(conditional.whenTrue()).within(Precedence.OR)
            + " : "
            + print(conditional.whenFalse()).text(),
        Precedence.CHOICE);
  }

  private Fragment condition(Condition condition) {
    if (condition instanceof Comparison comparison) {
      return new Fragment(
          print(comparison.left()).within(Precedence.SUM)
              + " "
              + comparison.relation()
              + " "
              + print(comparison.right()).within(Precedence.SUM),
          Precedence.COMPARISON);
    } else if (condition instanceof Conjunction both) {
      return Fragment.infix(print(both.left()), "&&", print(both.right()), Precedence.AND);
    }
    Disjunction either = (Disjunction) condition;
    return Fragment.infix(print(either.left()), "||", print(either.right()), Precedence.OR);
  }
}
