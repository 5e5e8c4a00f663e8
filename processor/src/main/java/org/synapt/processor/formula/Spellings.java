package org.synapt.processor.formula;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people write who come from Python, from NumPy or from paper, and what to write here. */
final class Spellings {
  private static final String CHOICE = "write condition ? a : b";

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("**", "write ^ for a power"),
          Map.entry("//", "write / to divide; there are no whole numbers here"),
          Map.entry("=", "write == to compare"),
          Map.entry("=>", "write >="),
          Map.entry("=<", "write <="),
          Map.entry("<>", "write !="),
          Map.entry("!", "turn the comparison round, as x <= 0 for not x > 0"),
          Map.entry("&", "write && for and"),
          Map.entry("|", "write || for or, abs(x) for the size of x"),
          Map.entry("[", "name the row alone: a formula is computed for each element"),
          Map.entry("]", "name the row alone: a formula is computed for each element"),
          Map.entry("{", "write ("),
          Map.entry("}", "write )"),
          Map.entry("×", "write *"),
          Map.entry("·", "write *"),
          Map.entry("÷", "write /"),
          Map.entry("−", "write the plain -"),
          Map.entry("–", "write the plain -"),
          Map.entry("²", "write ^ 2"),
          Map.entry("³", "write ^ 3"),
          Map.entry("√", "write sqrt(x)"),
          Map.entry("≤", "write <="),
          Map.entry("≥", "write >="),
          Map.entry("≠", "write !="));

  private static final Map<String, String> WORDS =
      Map.of(
          "and", "write && for and",
          "or", "write || for or",
          "not", "turn the comparison round, as x <= 0 for not x > 0",
          "if", CHOICE,
          "else", CHOICE);

  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("ln", "write log"),
          Map.entry("fabs", "write abs"),
          Map.entry("absolute", "write abs"),
          Map.entry("maximum", "write max"),
          Map.entry("fmax", "write max"),
          Map.entry("minimum", "write min"),
          Map.entry("fmin", "write min"),
          Map.entry("power", "write pow"),
          Map.entry("sgn", "write sign"),
          Map.entry("signum", "write sign"),
          Map.entry("sqr", "write square"),
          Map.entry("heaviside", "write step"),
          Map.entry("clamp", "write clip"),
          Map.entry("clip_by_value", "write clip"),
          Map.entry("logistic", "write sigmoid"),
          Map.entry("expit", "write sigmoid"),
          Map.entry("where", CHOICE),
          Map.entry("select", CHOICE),
          Map.entry("cond", CHOICE),
          Map.entry("if", CHOICE),
          Map.entry("not", WORDS.getOrDefault("not", "")),
          Map.entry("log2", "write log(x) / log(2)"),
          Map.entry("log10", "write log(x) / log(10)"),
          Map.entry("exp2", "write 2 ^ x"),
          Map.entry("tan", "write sin(x) / cos(x)"),
          Map.entry("sinh", "write (exp(x) - exp(-x)) / 2"),
          Map.entry("cosh", "write (exp(x) + exp(-x)) / 2"),
          Map.entry("cbrt", "write sign(x) * abs(x) ^ (1 / 3)"),
          Map.entry("rsqrt", "write 1 / sqrt(x)"),
          Map.entry("reciprocal", "write 1 / x"),
          Map.entry("negative", "write -x"),
          Map.entry("erfc", "write 1 - erf(x)"),
          Map.entry("silu", "write x * sigmoid(x)"),
          Map.entry("swish", "write x * sigmoid(x)"),
          Map.entry("sum", "leave it out: a formula is computed for each element"),
          Map.entry("mean", "leave it out: a formula is computed for each element"));

  private Spellings() {}

  /** What to write instead of a symbol that is none of ours. */
  static String symbol(String symbol) {
    return SYMBOLS.getOrDefault(symbol, "leave it out");
  }

  /** What to write instead of an operator spelled as a word. */
  static Optional<String> word(String word) {
    return Optional.ofNullable(WORDS.get(word));
  }

  /** What to write instead of a function that is none of ours, if that is known. */
  static Optional<String> function(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Function.named(lower).isPresent()
        ? Optional.of("write " + lower)
        : Optional.ofNullable(FUNCTIONS.get(lower));
  }

  /** What to write instead of a name with dots in it, as {@code np.exp} or {@code math.pi}. */
  static String qualified(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return function(last).orElse("write " + last + " alone");
  }
}
