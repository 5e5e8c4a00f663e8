package org.synapt.processor.formula;

/** Formulas that the compiler itself holds as text. */
public final class Formulas {

  private Formulas() {}

  /**
   * Parses a formula that is known to be right.
   *
   * @param text the formula
   * @return the expression, as written
   * @throws IllegalArgumentException if the text is no formula after all; a fault of the compiler's
   */
  public static Expression of(String text) {
    Parsing parsing = Parsing.parse(text);
    if (parsing instanceof Parsed parsed) {
      return parsed.expression();
    }
    throw new IllegalArgumentException(text + ": " + parsing);
  }
}
