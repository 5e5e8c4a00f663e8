package org.synapt.text;

/** Says what is wrong with a text that should be JSON, and where. */
public final class JsonException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Counted from 0. */
  private final int at;

  /** Counted from 1. */
  private final int line;

  /** Counted from 1. */
  private final int column;

  JsonException(String finding, String text, int at) {
    super(finding);
    this.at = at;
    String before = text.substring(0, at);
    this.line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    this.column = at - before.lastIndexOf('\n');
  }

  /**
   * Where the text stops being right.
   *
   * @return the position, counted from 0
   */
  public int at() {
    return at;
  }

  /**
   * The line of {@link #at}.
   *
   * @return the line, counted from 1
   */
  public int line() {
    return line;
  }

  /**
   * The column of {@link #at} in its line.
   *
   * @return the column, counted from 1
   */
  public int column() {
    return column;
  }
}
