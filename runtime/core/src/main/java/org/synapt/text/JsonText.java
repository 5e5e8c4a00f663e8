package org.synapt.text;

import java.util.ArrayList;
import java.util.List;

/** The tokens of JSON, one after the other, for whoever knows what should come next. */
public final class JsonText {
  /** More axes than any tensor has; keeps a hostile list short. */
  private static final int MOST_NUMBERS = 64;

  private final String text;
  private int at;

  /**
   * Begins at the beginning.
   *
   * @param text what should be JSON
   */
  public JsonText(String text) {
    this.text = text;
  }

  /**
   * Says what is wrong here.
   *
   * @param finding what was found
   * @return the exception, to be thrown
   */
  public JsonException wrong(String finding) {
    return new JsonException(finding, text, at);
  }

  /**
   * Says what is wrong with something that was taken.
   *
   * @param finding what was found
   * @param position where it began, as {@link #at} said
   * @return the exception, to be thrown
   */
  public JsonException wrong(String finding, int position) {
    return new JsonException(finding, text, position);
  }

  /**
   * Where the next token begins.
   *
   * @return the position, counted from 0
   */
  public int at() {
    skipSpace();
    return at;
  }

  /**
   * Whether a mark comes next.
   *
   * @param mark such as a quote
   * @return whether it does
   */
  public boolean comes(char mark) {
    skipSpace();
    return at < text.length() && text.charAt(at) == mark;
  }

  /**
   * Takes a mark if it comes next.
   *
   * @param mark such as a comma
   * @return whether it did
   */
  public boolean take(char mark) {
    boolean comes = comes(mark);
    if (comes) {
      at++;
    }
    return comes;
  }

  /**
   * Takes a mark that must come next.
   *
   * @param mark such as a colon
   * @throws JsonException if it does not
   */
  public void expect(char mark) throws JsonException {
    if (!take(mark)) {
      throw wrong("'" + mark + "' is missing");
    }
  }

  /**
   * Makes sure that nothing follows.
   *
   * @throws JsonException if something does
   */
  public void expectEnd() throws JsonException {
    skipSpace();
    if (at < text.length()) {
      throw wrong("something follows the last brace");
    }
  }

  /**
   * Takes a text in quotes.
   *
   * @return the text without quotes and escapes
   * @throws JsonException if there is none
   */
  public String string() throws JsonException {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (true) {
      char next = next();
      if (next == '"') {
        return string.toString();
      }
      if (next < ' ') {
        throw wrong("a text holds a control character");
      }
      string.append(next == '\\' ? escape() : next);
    }
  }

  private char escape() throws JsonException {
    char escaped = next();
    return switch (escaped) {
      case '"', '\\', '/' -> escaped;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("\\" + escaped + " is no escape");
    };
  }

  private char unicode() throws JsonException {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw wrong("\\u needs four hexadecimal digits");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  /**
   * Takes a number or one of the words true, false and null, as it is written.
   *
   * @return the letters and digits
   * @throws JsonException if neither comes next
   */
  public String literal() throws JsonException {
    skipSpace();
    int start = at;
    while (at < text.length() && isOfLiteral(text.charAt(at))) {
      at++;
    }
    String literal = text.substring(start, at);
    if (!literal.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false|null")) {
      at = start;
      throw wrong(literal.isEmpty() ? "a value is missing" : literal + " is no value");
    }
    return literal;
  }

  private static boolean isOfLiteral(char c) {
    return c >= '0' && c <= '9'
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || "+-._".indexOf(c) >= 0;
  }

  /**
   * A list of whole numbers from 0 up.
   *
   * @return the numbers
   * @throws JsonException if there is none, or it is long
   */
  public List<Long> numbers() throws JsonException {
    List<Long> numbers = new ArrayList<>();
    expect('[');
    if (take(']')) {
      return numbers;
    }
    do {
      if (numbers.size() == MOST_NUMBERS) {
        throw wrong("a list has more than " + MOST_NUMBERS + " numbers");
      }
      numbers.add(number());
    } while (take(','));
    expect(']');
    return numbers;
  }

  private long number() throws JsonException {
    skipSpace();
    int start = at;
    long number = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      int digit = text.charAt(at++) - '0';
      if (number > (Long.MAX_VALUE - digit) / 10) {
        throw wrong("a number is too large");
      }
      number = number * 10 + digit;
    }
    if (at == start || (text.charAt(start) == '0' && at > start + 1)) {
      throw wrong("a whole number from 0 up is missing");
    }
    return number;
  }

  private char next() throws JsonException {
    if (at == text.length()) {
      throw wrong("it ends within a text");
    }
    return text.charAt(at++);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
