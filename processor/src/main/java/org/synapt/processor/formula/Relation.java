package org.synapt.processor.formula;

/** The comparisons of two numbers. */
public enum Relation {
  /** a &lt; b. */
  LESS("<"),
  /** a &lt;= b. */
  LESS_OR_EQUAL("<="),
  /** a &gt; b. */
  GREATER(">"),
  /** a &gt;= b. */
  GREATER_OR_EQUAL(">="),
  /** a == b. */
  EQUAL("=="),
  /** a != b. */
  UNEQUAL("!=");

  private final String symbol;

  Relation(String symbol) {
    this.symbol = symbol;
  }

  /**
   * Tells whether {@code a op b}; with a NaN only {@link #UNEQUAL} holds, as in Java.
   *
   * @param a the left operand
   * @param b the right operand
   * @return whether the relation holds
   */
  public boolean test(double a, double b) {
    return switch (this) {
      case LESS -> a < b;
      case LESS_OR_EQUAL -> a <= b;
      case GREATER -> a > b;
      case GREATER_OR_EQUAL -> a >= b;
      case EQUAL -> a == b;
      case UNEQUAL -> a != b;
    };
  }

  /** As it is written in a formula. */
  @Override
  public String toString() {
    return symbol;
  }
}
