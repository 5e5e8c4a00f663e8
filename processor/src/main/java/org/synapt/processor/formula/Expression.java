package org.synapt.processor.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A number computed from constants and variables, element by element. */
public sealed interface Expression extends Term {

  /**
   * The expressions directly inside this one, from left to right, those of a condition included.
   *
   * @return nothing for a constant or a variable
   */
  List<Expression> operands();

  /**
   * This expression with every one directly inside it changed.
   *
   * @param change what to put in place of each of {@link #operands()}
   * @return the same operation on other operands
   */
  Expression map(UnaryOperator<Expression> change);

  /**
   * The names of the variables.
   *
   * @return every name once, in order of first appearance
   */
  default Set<String> variables() {
    Set<String> names = new LinkedHashSet<>();
    addVariables(this, names);
    return Collections.unmodifiableSet(names);
  }

  /**
   * How many constants, variables and operations this expression is made of.
   *
   * @return 1 for a constant or a variable
   */
  default int size() {
    int size = 1;
    for (Expression operand : operands()) {
      size += operand.size();
    }
    return size;
  }

  /**
   * This expression with every occurrence of a variable replaced.
   *
   * @param variable the variable's name
   * @param replacement what to put in its place
   * @return the expression after substitution, not simplified
   */
  default Expression with(String variable, Expression replacement) {
    return with(Map.of(variable, replacement));
  }

  /**
   * This expression with variables replaced, all at once: what replaces one is not searched for
   * another.
   *
   * @param replacements what to put in place of each name; other variables stay
   * @return the expression after substitution, not simplified
   */
  default Expression with(Map<String, Expression> replacements) {
    if (this instanceof Variable variable) {
      return replacements.getOrDefault(variable.name(), variable);
    }
    return map(operand -> operand.with(replacements));
  }

  /**
   * The sum of this and another.
   *
   * @param other what to add
   * @return {@code this + other}, not simplified
   */
  default Expression plus(Expression other) {
    return new Binary(Operator.PLUS, this, other);
  }

  /**
   * The difference of this and another.
   *
   * @param other what to subtract
   * @return {@code this - other}, not simplified
   */
  default Expression minus(Expression other) {
    return new Binary(Operator.MINUS, this, other);
  }

  /**
   * The product of this and another.
   *
   * @param other what to multiply by
   * @return {@code this * other}, not simplified
   */
  default Expression times(Expression other) {
    return new Binary(Operator.TIMES, this, other);
  }

  /**
   * The quotient of this and another.
   *
   * @param other what to divide by
   * @return {@code this / other}, not simplified
   */
  default Expression over(Expression other) {
    return new Binary(Operator.DIVIDED_BY, this, other);
  }

  /**
   * The opposite of this.
   *
   * @return {@code -this}, not simplified
   */
  default Expression negated() {
    return new Negation(this);
  }

  private static void addVariables(Expression expression, Set<String> names) {
    if (expression instanceof Variable variable) {
      names.add(variable.name());
    }
    for (Expression operand : expression.operands()) {
      addVariables(operand, names);
    }
  }

  /**
   * A number that a float can come near to.
   *
   * @param value the number; not zero only if the nearest float is not zero either
   */
  record Constant(double value) implements Expression {
    /** 0. */
    public static final Constant ZERO = new Constant(0);

    /** 1. */
    public static final Constant ONE = new Constant(1);

    /**
     * Checks the number.
     *
     * @param value the number
     * @throws IllegalArgumentException if a float cannot hold it
     */
    public Constant {
      if (!fits(value)) {
        throw new IllegalArgumentException(value + " is no float");
      }
      value += 0.0; // Turns -0 into 0, so that there is one zero.
    }

    /**
     * Tells whether a value may be a constant.
     *
     * @param value any number
     * @return false if the nearest float is infinite, NaN, or a zero that the value is not
     */
    public static boolean fits(double value) {
      float nearest = (float) value;
      return Float.isFinite(nearest) && (nearest != 0) == (value != 0);
    }

    @Override
    public List<Expression> operands() {
      return List.of();
    }

    @Override
    public Constant map(UnaryOperator<Expression> change) {
      return this;
    }

    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /**
   * What is known when the formula runs.
   *
   * @param name the name, a Java identifier
   */
  record Variable(String name) implements Expression {

    @Override
    public List<Expression> operands() {
      return List.of();
    }

    @Override
    public Variable map(UnaryOperator<Expression> change) {
      return this;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * -a.
   *
   * @param operand what is negated
   */
  record Negation(Expression operand) implements Expression {

    @Override
    public List<Expression> operands() {
      return List.of(operand);
    }

    @Override
    public Negation map(UnaryOperator<Expression> change) {
      return new Negation(change.apply(operand));
    }

    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /**
   * a op b.
   *
   * @param operator the arithmetic
   * @param left the operand on the left
   * @param right the operand on the right
   */
  record Binary(Operator operator, Expression left, Expression right) implements Expression {

    @Override
    public List<Expression> operands() {
      return List.of(left, right);
    }

    @Override
    public Binary map(UnaryOperator<Expression> change) {
      return new Binary(operator, change.apply(left), change.apply(right));
    }

    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /**
   * f(a, …).
   *
   * @param function what is called
   * @param arguments as many as the function has parameters
   */
  record Call(Function function, List<Expression> arguments) implements Expression {

    /**
     * Checks the number of arguments.
     *
     * @param function what is called
     * @param arguments as many as the function has parameters
     * @throws IllegalArgumentException if there are more or fewer
     */
    public Call {
      arguments = List.copyOf(arguments);
      if (arguments.size() != function.parameters().size()) {
        throw new IllegalArgumentException(function + " does not take " + arguments);
      }
    }

    Expression argument(int i) {
      return arguments.get(i);
    }

    @Override
    public List<Expression> operands() {
      return arguments;
    }

    @Override
    public Call map(UnaryOperator<Expression> change) {
      List<Expression> changed = new ArrayList<>();
      arguments.forEach(argument -> changed.add(change.apply(argument)));
      return new Call(function, changed);
    }

    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /**
   * c ? a : b.
   *
   * @param condition what decides
   * @param whenTrue the value if the condition holds
   * @param whenFalse the value if it does not
   */
  record Conditional(Condition condition, Expression whenTrue, Expression whenFalse)
      implements Expression {

    @Override
    public List<Expression> operands() {
      List<Expression> all = new ArrayList<>(condition.operands());
      all.add(whenTrue);
      all.add(whenFalse);
      return List.copyOf(all);
    }

    @Override
    public Conditional map(UnaryOperator<Expression> change) {
      return new Conditional(
          condition.map(change), change.apply(whenTrue), change.apply(whenFalse));
    }

    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }
}
