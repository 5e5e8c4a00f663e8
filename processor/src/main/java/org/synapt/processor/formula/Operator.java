package org.synapt.processor.formula;

/**
 * The arithmetic between two numbers.
 *
 * <p>The derivative of each is a formula over its operands {@code a} and {@code b} and their
 * derivatives {@code da} and {@code db}.
 */
public enum Operator {
  /** a + b. */
  PLUS("+", "da + db"),
  /** a - b. */
  MINUS("-", "da - db"),
  /** a · b. */
  TIMES("*", "da * b + a * db"),
  /** a / b. */
  DIVIDED_BY("/", "(da * b - a * db) / square(b)"),
  /** a to the power of b; groups from the right. */
  POWER("^", "b * a ^ (b - 1) * da + (a == 0 ? 0 : log(a) * a ^ b) * db");

  private final String symbol;
  private final String derivative;

  Operator(String symbol, String derivative) {
    this.symbol = symbol;
    this.derivative = derivative;
  }

  /**
   * Computes {@code a op b}.
   *
   * @param a the left operand
   * @param b the right operand
   * @return the result, in double precision
   */
  public double apply(double a, double b) {
    return switch (this) {
      case PLUS -> a + b;
      case MINUS -> a - b;
      case TIMES -> a * b;
      case DIVIDED_BY -> a / b;
      case POWER -> Math.pow(a, b);
    };
  }

  /**
   * The derivative as a formula over {@code a}, {@code b} and their derivatives {@code da}, {@code
   * db}.
   */
  String derivative() {
    return derivative;
  }

  /** As it is written in a formula. */
  @Override
  public String toString() {
    return symbol;
  }
}
