package org.synapt.kernel;

/** Cuts a formula's text into numbers, names and symbols, from left to right. */
final class FormulaScanner {
  /** Those of two characters that begin as another does. */
  private static final String[] LONG_SYMBOLS = {"<=", ">=", "==", "!=", "&&", "||"};

  private final String text;
  private int at;

  FormulaScanner(String text) {
    this.text = text;
  }

  /** What comes next; empty at the end. */
  String next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return "";
    }
    int start = at;
    if (isDigit(at) || text.charAt(at) == '.' && isDigit(at + 1)) {
      skipNumber();
    } else if (Character.isJavaIdentifierStart(text.codePointAt(at))) {
      skipName();
    } else {
      skipSymbol();
    }
    return text.substring(start, at);
  }

  private void skipNumber() {
    skipDigits();
    if (isAt('.')) {
      at++;
      skipDigits();
    }
    if (isAt('e') || isAt('E')) {
      int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
      if (isDigit(at + 1 + sign)) {
        at += 1 + sign;
        skipDigits();
      }
    }
  }

  private void skipDigits() {
    while (isDigit(at) || isAt('_')) {
      at++;
    }
  }

  private void skipName() {
    while (at < text.length() && Character.isJavaIdentifierPart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
  }

  private void skipSymbol() {
    for (String symbol : LONG_SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        at += symbol.length();
        return;
      }
    }
    at += Character.charCount(text.codePointAt(at));
  }

  private boolean isDigit(int position) {
    return position < text.length() && isDigit(text.charAt(position));
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private boolean isAt(char expected) {
    return at < text.length() && text.charAt(at) == expected;
  }
}
