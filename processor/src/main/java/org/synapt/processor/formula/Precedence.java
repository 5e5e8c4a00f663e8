package org.synapt.processor.formula;

/** How tightly parts of a text hold together, the loosest first. */
enum Precedence {
  CHOICE,
  OR,
  AND,
  COMPARISON,
  SUM,
  PRODUCT,
  SIGN,
  POWER,
  ATOM;

  static Precedence of(Operator operator) {
    return switch (operator) {
      case PLUS, MINUS -> SUM;
      case TIMES, DIVIDED_BY -> PRODUCT;
      case POWER -> POWER;
    };
  }

  Precedence tighter() {
    return values()[ordinal() + 1];
  }
}
