package org.synapt.processor.emission;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.synapt.processor.formula.Expression;

/** The name of a formula's constant: {@code relu(x + b)} is {@code RELU_X_PLUS_B}. */
final class FormulaName {
  private static final int LONGEST = 40;
  private static final Pattern FACTOR = Pattern.compile("^([0-9.]+) \\* (\\w+)(?![\\w(])");
  private static final Pattern MANY_DIGITS = Pattern.compile("(\\d+\\.\\d{3})\\d+");
  private static final List<String> DIGITS =
      List.of("ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE");

  private FormulaName() {}

  static String of(Expression expression) {
    return startingWithALetter(shortened(words(expression.toString())));
  }

  /** {@code 2 * dy} reads {@code DY_TIMES_2}, because no name begins with a digit. */
  private static String words(String formula) {
    String turned = FACTOR.matcher(formula).replaceFirst("$2 * $1");
    return MANY_DIGITS
        .matcher(turned)
        .replaceAll("$1")
        .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
        .replace("+", " plus ")
        .replace("-", " minus ")
        .replace("*", " times ")
        .replace("/", " over ")
        .replace("^", " to ")
        .replace(">=", " from ")
        .replace("<=", " up to ")
        .replace(">", " above ")
        .replace("<", " below ")
        .replace("?", " then ")
        .replace(":", " else ")
        .replaceAll("[^A-Za-z0-9]+", " ")
        .trim()
        .toUpperCase(Locale.ROOT)
        .replace(' ', '_');
  }

  private static String shortened(String words) {
    if (words.length() <= LONGEST) {
      return words;
    }
    int end = words.lastIndexOf('_', LONGEST);
    return words.substring(0, end > 0 ? end : LONGEST);
  }

  private static String startingWithALetter(String words) {
    if (words.isEmpty() || !Character.isDigit(words.charAt(0))) {
      return words.isEmpty() ? "VALUE" : words;
    }
    boolean digit = words.length() == 1 || words.charAt(1) == '_';
    return digit && !words.matches("\\d_\\d.*")
        ? DIGITS.get(words.charAt(0) - '0') + words.substring(1)
        : "N" + words;
  }
}
