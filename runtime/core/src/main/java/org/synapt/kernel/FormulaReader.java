package org.synapt.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.synapt.kernel.Expression.Call;
import org.synapt.kernel.Expression.Constant;
import org.synapt.kernel.Expression.Function;
import org.synapt.kernel.Expression.Operand;

/** Reads a formula's text by recursive descent; {@link Expression} has the grammar. */
final class FormulaReader {
  /** The most parentheses, calls and signs inside one another, so that no stack overflows. */
  private static final int DEEPEST = 400;

  private static final int LOOSEST = 1;
  private static final int COMPARISON = 3;
  private static final int TIGHTEST = 5;

  private final Formula formula;
  private final FormulaScanner scanner;

  /** What comes next; empty at the end. */
  private String next;

  private int depth;

  FormulaReader(Formula formula) {
    this.formula = formula;
    this.scanner = new FormulaScanner(formula.toString());
    this.next = scanner.next();
  }

  Expression read() {
    Expression whole = number(choice());
    if (!next.isEmpty()) {
      throw failure(next + " follows on what is complete");
    }
    return whole;
  }

  private Expression choice() {
    Expression first = infix(LOOSEST);
    if (!next.equals("?")) {
      return first;
    }
    take();
    descend();
    Expression whenTrue = number(choice());
    expect(":");
    Expression whenFalse = number(choice());
    depth--;
    return Call.of(Function.WHERE, condition(first), whenTrue, whenFalse);
  }

  /** Expressions between symbols of some precedence or a tighter one, grouped from the left. */
  private Expression infix(int loosest) {
    Expression left = sign();
    for (int precedence = precedence(next); precedence >= loosest; precedence = precedence(next)) {
      Function function = Function.between(take()).get();
      Expression right = precedence == TIGHTEST ? sign() : infix(precedence + 1);
      left =
          precedence < COMPARISON
              ? Call.of(function, condition(left), condition(right))
              : Call.of(function, number(left), number(right));
    }
    return left;
  }

  /** How tightly a symbol holds together what stands around it; 0 if it does not. */
  private static int precedence(String symbol) {
    return switch (symbol) {
      case "||" -> LOOSEST;
      case "&&" -> 2;
      case "<", "<=", ">", ">=", "==", "!=" -> COMPARISON;
      case "+", "-" -> 4;
      case "*", "/" -> TIGHTEST;
      default -> 0;
    };
  }

  private Expression sign() {
    if (next.equals("+")) {
      take();
      return number(signed());
    } else if (!next.equals("-")) {
      return power();
    }
    take();
    boolean literal = isNumber();
    Expression operand = number(signed());
    // -2 is one number, but -2 ^ x the opposite of a power; there is no -0.
    return literal && operand instanceof Constant constant
        ? new Constant(0f - constant.value())
        : Call.of(Function.NEGATIVE, operand);
  }

  private Expression signed() {
    descend();
    Expression operand = sign();
    depth--;
    return operand;
  }

  private Expression power() {
    Expression base = value();
    if (!next.equals("^")) {
      return base;
    }
    take();
    return Call.of(Function.POW, number(base), number(signed()));
  }

  private Expression value() {
    if (next.equals("(")) {
      take();
      descend();
      Expression inside = choice();
      expect(")");
      depth--;
      return inside;
    } else if (isNumber()) {
      return constant(take());
    } else if (next.isEmpty() || !Character.isJavaIdentifierStart(next.codePointAt(0))) {
      throw failure("a value is missing " + (next.isEmpty() ? "at the end" : "before " + next));
    }
    String name = take();
    return next.equals("(") ? call(name) : named(name);
  }

  private Expression named(String name) {
    int index = formula.operands().indexOf(name);
    if (index >= 0) {
      return new Operand(index);
    } else if (name.equals("pi")) {
      return new Constant((float) Math.PI);
    } else if (name.equals("e")) {
      return new Constant((float) Math.E);
    }
    throw failure(name + " is none of its operands " + formula.operands());
  }

  private Expression call(String name) {
    Function function =
        Function.named(name).orElseThrow(() -> failure("there is no function " + name));
    List<Expression> arguments = new ArrayList<>();
    descend();
    do {
      take();
      arguments.add(number(choice()));
    } while (next.equals(","));
    expect(")");
    depth--;
    int takes = function.arguments();
    if (arguments.size() != takes) {
      String many = takes == 1 ? " argument, not " : " arguments, not ";
      throw failure(name + " takes " + takes + many + arguments.size());
    }
    return new Call(function, Collections.unmodifiableList(arguments));
  }

  private Expression constant(String digits) {
    float value = (float) Double.parseDouble(digits.replace("_", ""));
    if (value > Float.MAX_VALUE) {
      throw failure(digits + " is larger than any float");
    }
    return new Constant(value);
  }

  private Expression number(Expression expression) {
    if (isCondition(expression)) {
      throw failure("a condition stands where a number should");
    }
    return expression;
  }

  private Expression condition(Expression expression) {
    if (!isCondition(expression)) {
      throw failure("a number stands where a condition should");
    }
    return expression;
  }

  private static boolean isCondition(Expression expression) {
    return expression instanceof Call call && call.function().isCondition();
  }

  private boolean isNumber() {
    // A point alone is no number.
    return next.length() > 1 && next.charAt(0) == '.'
        || !next.isEmpty() && FormulaScanner.isDigit(next.charAt(0));
  }

  private void expect(String symbol) {
    if (!next.equals(symbol)) {
      throw failure(
          next.isEmpty() ? symbol + " is missing" : symbol + " is missing before " + next);
    }
    take();
  }

  private String take() {
    String taken = next;
    next = scanner.next();
    return taken;
  }

  private void descend() {
    depth++;
    if (depth > DEEPEST) {
      throw failure("more than " + DEEPEST + " parts stand inside one another");
    }
  }

  private IllegalArgumentException failure(String finding) {
    return new IllegalArgumentException("the formula " + formula + " cannot be read: " + finding);
  }
}
