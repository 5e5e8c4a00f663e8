package org.synapt.processor.formula;

/** A word, number or symbol of a formula, and where it begins. */
record Token(Kind kind, int at, String text) {

  enum Kind {
    NUMBER,
    /** An identifier, or several joined by dots. */
    NAME,
    SYMBOL,
    /** Nothing more; its text is empty. */
    END
  }

  boolean is(Kind expected) {
    return kind == expected;
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether a value can begin here; two values beside each other lack an operator. */
  boolean beginsValue() {
    return kind == Kind.NUMBER || kind == Kind.NAME || is("(");
  }

  int end() {
    return at + text.length();
  }
}
