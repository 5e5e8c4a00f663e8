package org.synapt.processor.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is true or false; stands only before the question mark of an {@link Expression.Conditional}.
 */
public sealed interface Condition extends Term {

  /**
   * The numbers compared, from left to right.
   *
   * @return the operands of every comparison within
   */
  List<Expression> operands();

  /**
   * This condition with every number in it changed.
   *
   * @param change what to put in place of each of {@link #operands()}
   * @return the same comparisons of other numbers
   */
  Condition map(UnaryOperator<Expression> change);

  /**
   * Compares two numbers.
   *
   * @param relation how they are compared
   * @param left the number on the left
   * @param right the number on the right
   */
  record Comparison(Relation relation, Expression left, Expression right) implements Condition {

    @Override
    public List<Expression> operands() {
      return List.of(left, right);
    }

    @Override
    public Comparison map(UnaryOperator<Expression> change) {
      return new Comparison(relation, change.apply(left), change.apply(right));
    }

    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /**
   * True if both are.
   *
   * @param left the condition on the left
   * @param right the condition on the right
   */
  record Conjunction(Condition left, Condition right) implements Condition {

    @Override
    public List<Expression> operands() {
      return joined(left, right);
    }

    @Override
    public Conjunction map(UnaryOperator<Expression> change) {
      return new Conjunction(left.map(change), right.map(change));
    }

    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /**
   * True if either is.
   *
   * @param left the condition on the left
   * @param right the condition on the right
   */
  record Disjunction(Condition left, Condition right) implements Condition {

    @Override
    public List<Expression> operands() {
      return joined(left, right);
    }

    @Override
    public Disjunction map(UnaryOperator<Expression> change) {
      return new Disjunction(left.map(change), right.map(change));
    }

    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  private static List<Expression> joined(Condition left, Condition right) {
    List<Expression> all = new ArrayList<>(left.operands());
    all.addAll(right.operands());
    return List.copyOf(all);
  }
}
