package org.synapt.processor.formula;

/** A piece of printed text, and how tightly it holds together. */
record Fragment(String text, Precedence precedence) {

  static Fragment atom(String text) {
    return new Fragment(text, Precedence.ATOM);
  }

  /** {@code left symbol right}, grouped from the left. */
  static Fragment infix(Fragment left, String symbol, Fragment right, Precedence precedence) {
    return new Fragment(
        left.within(precedence) + " " + symbol + " " + right.within(precedence.tighter()),
        precedence);
  }

  /** The text, in parentheses if it holds together less tightly than is needed. */
  String within(Precedence needed) {
    return precedence.compareTo(needed) >= 0 ? text : "(" + text + ")";
  }
}
