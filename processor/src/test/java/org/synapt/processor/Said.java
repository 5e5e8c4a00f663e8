package org.synapt.processor;

import java.util.Locale;
import javax.tools.Diagnostic;

/**
 * One message of a compiler.
 *
 * @param text its first line
 */
record Said(long line, long column, String text) {

  static Said of(Diagnostic<?> diagnostic) {
    return new Said(
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber(),
        diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse(""));
  }

  /** Whether it is a problem of ours: its name stands in brackets in front. */
  boolean isProblem() {
    return text.startsWith("[");
  }

  @Override
  public String toString() {
    return line + ":" + column + " " + text;
  }
}
