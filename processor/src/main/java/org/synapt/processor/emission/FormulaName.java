package org.synapt.processor.emission;

import java.util.Locale;
import org.synapt.processor.formula.Expression;

/** The name of a formula's constant: {@code relu(x + b)} is {@code RELU_X_PLUS_B}. */
final class FormulaName {
  private static final int LONGEST = 40;

  private FormulaName() {}

  static String of(Expression expression) {
    String words =
        expression
            .toString()
            .replace("+", " plus ")
            .replace("-", " minus ")
            .replace("*", " times ")
            .replace("/", " over ")
            .replace("^", " to ")
            .replace(">=", " from ")
            .replace("<=", " to ")
            .replace(">", " above ")
            .replace("<", " below ")
            .replace("?", " then ")
            .replace(":", " else ")
            .replaceAll("[^A-Za-z0-9]+", " ")
            .trim()
            .toUpperCase(Locale.ROOT)
            .replace(' ', '_');
    if (words.length() > LONGEST) {
      int end = words.lastIndexOf('_', LONGEST);
      words = words.substring(0, end > 0 ? end : LONGEST);
    }
    return words.isEmpty() || Character.isDigit(words.charAt(0)) ? "VALUE_" + words : words;
  }
}
