package org.synapt.processor;

import java.nio.file.Path;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * One message of a compiler.
 *
 * @param text its first line
 */
record Said(long line, long column, String text) {

  /** What is said of a file; of another, which can only be a generated one, with its name. */
  static Said of(Diagnostic<? extends JavaFileObject> diagnostic, Path file) {
    String text = diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    JavaFileObject source = diagnostic.getSource();
    return source == null || source.getName().endsWith(file.getFileName().toString())
        ? new Said(diagnostic.getLineNumber(), diagnostic.getColumnNumber(), text)
        : new Said(0, 0, source.getName() + ":" + diagnostic.getLineNumber() + " " + text);
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
