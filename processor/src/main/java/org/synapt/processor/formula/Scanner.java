package org.synapt.processor.formula;

import java.util.List;
import org.synapt.processor.formula.Token.Kind;

/** Cuts a formula's text into tokens, from left to right, one at a time. */
final class Scanner {
  /** Longer ones first. Some are no part of the language and known only to be refused by name. */
  private static final List<String> LONG_SYMBOLS =
      List.of("**", "//", "<=", ">=", "==", "!=", "&&", "||", "=>", "=<", "<>");

  private static final String SYMBOLS = "+-*/^(),?:<>";

  private final String text;
  private int at;

  Scanner(String text) {
    this.text = text;
  }

  /** The next token; {@link Kind#END} once there are no more. */
  Token next() {
    while (at < text.length() && Character.isWhitespace(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    if (at == text.length()) {
      return new Token(Kind.END, at, "");
    }
    int first = text.codePointAt(at);
    if (isDigit(at) || first == '.' && isDigit(at + 1)) {
      return number();
    }
    return Character.isJavaIdentifierStart(first) ? name() : symbol();
  }

  private Token number() {
    int start = at;
    skipDigits();
    if (isAt(at, '.')) {
      at++;
      skipDigits();
    }
    if (isAt(at, 'e') || isAt(at, 'E')) {
      int sign = isAt(at + 1, '+') || isAt(at + 1, '-') ? 1 : 0;
      if (isDigit(at + 1 + sign)) {
        at += 1 + sign;
        skipDigits();
      }
    }
    return token(Kind.NUMBER, start);
  }

  /** Digits, with single or several underscores between them. */
  private void skipDigits() {
    while (isDigit(at) || isAt(at, '_') && underscoresLeadToDigit()) {
      at++;
    }
  }

  private boolean underscoresLeadToDigit() {
    int ahead = at;
    while (isAt(ahead, '_')) {
      ahead++;
    }
    return at > 0 && isDigit(ahead) && (isDigit(at - 1) || isAt(at - 1, '_'));
  }

  private Token name() {
    int start = at;
    skipIdentifier();
    while (isAt(at, '.')
        && at + 1 < text.length()
        && Character.isJavaIdentifierStart(text.codePointAt(at + 1))) {
      at++;
      skipIdentifier();
    }
    return token(Kind.NAME, start);
  }

  private void skipIdentifier() {
    while (at < text.length() && Character.isJavaIdentifierPart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
  }

  private Token symbol() {
    int start = at;
    at += Character.charCount(text.codePointAt(at));
    for (String symbol : LONG_SYMBOLS) {
      if (text.startsWith(symbol, start)) {
        at = start + symbol.length();
        break;
      }
    }
    Token token = token(Kind.SYMBOL, start);
    if (Infix.named(token.text()).isEmpty() && !SYMBOLS.contains(token.text())) {
      throw SyntaxFailure.at(
          token, "a formula knows no " + token.text(), Spellings.symbol(token.text()));
    }
    return token;
  }

  private Token token(Kind kind, int start) {
    return new Token(kind, start, text.substring(start, at));
  }

  private boolean isDigit(int position) {
    return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
  }

  private boolean isAt(int position, char expected) {
    return position < text.length() && text.charAt(position) == expected;
  }
}
