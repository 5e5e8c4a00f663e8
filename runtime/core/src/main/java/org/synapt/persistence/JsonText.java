package org.synapt.persistence;

import java.util.ArrayList;
import java.util.List;

/** The tokens of JSON that a safetensors header consists of. */
final class JsonText {
  /** More axes than any tensor has; keeps a hostile list short. */
  private static final int MOST_NUMBERS = 64;

  private final String text;
  private int at;

  JsonText(String text) {
    this.text = text;
  }

  ParameterFileException wrong(String finding) {
    return new ParameterFileException("the header is damaged at character " + at + ": " + finding);
  }

  /** Takes a mark if it comes next. */
  boolean take(char mark) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == mark) {
      at++;
      return true;
    }
    return false;
  }

  void expect(char mark) throws ParameterFileException {
    if (!take(mark)) {
      throw wrong("'" + mark + "' is missing");
    }
  }

  void expectEnd() throws ParameterFileException {
    skipSpace();
    if (at < text.length()) {
      throw wrong("something follows the last brace");
    }
  }

  String string() throws ParameterFileException {
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

  private char escape() throws ParameterFileException {
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

  private char unicode() throws ParameterFileException {
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

  /** A list of whole numbers from 0 up. */
  List<Long> numbers() throws ParameterFileException {
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

  private long number() throws ParameterFileException {
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

  private char next() throws ParameterFileException {
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
