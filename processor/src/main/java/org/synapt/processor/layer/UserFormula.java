package org.synapt.processor.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.diagnostic.Spelling;
import org.synapt.processor.formula.Evaluation;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.formula.Operator;
import org.synapt.processor.formula.Parsed;
import org.synapt.processor.formula.Parsing;
import org.synapt.processor.formula.SyntaxError;
import org.synapt.processor.op.Elementwise;

/**
 * A formula that the user wrote in an attribute.
 *
 * <p>Problems: {@link Code#FormulaSyntax}, {@link Code#FormulaName}. Compilers point no further
 * than at the attribute, so the message shows the formula with a caret of its own.
 */
final class UserFormula {
  private final Mention mention;
  private final String attribute;
  private final List<String> names;

  /**
   * A formula over some names.
   *
   * @param mention the annotation
   * @param attribute the attribute that holds it
   * @param names what it can be about
   */
  UserFormula(Mention mention, String attribute, List<String> names) {
    this.mention = mention;
    this.attribute = attribute;
    this.names = List.copyOf(names);
  }

  /** What it says, or nothing and a problem for each thing wrong with it. */
  Optional<Expression> read(Problems problems) {
    Parsing parsing = Parsing.parse(text(), Set.copyOf(names));
    if (parsing instanceof SyntaxError error) {
      report(error, problems);
      return Optional.empty();
    }
    Parsed parsed = (Parsed) parsing;
    Map<String, Integer> occurrences = parsed.occurrences();
    occurrences.forEach((name, at) -> checkName(name, at, problems));
    boolean sound = names.containsAll(occurrences.keySet());
    return sound && isNumber(parsed.expression(), problems)
        ? Optional.of(parsed.expression())
        : Optional.empty();
  }

  /** Whether all that can be computed now, such as {@code sqrt(2)}, is a finite number. */
  private boolean isNumber(Expression expression, Problems problems) {
    Optional<Expression> wrong = notANumber(expression);
    wrong.ifPresent(
        part ->
            problems.add(
                Code.FormulaConstant,
                mention.origin(attribute),
                part + " is " + (dividesByZero(part) ? "a division by 0" : "not a number"),
                "write what has a value whatever the operands are"));
    return wrong.isEmpty();
  }

  private static Optional<Expression> notANumber(Expression part) {
    Optional<Expression> inside =
        part.operands().stream().map(UserFormula::notANumber).flatMap(Optional::stream).findFirst();
    if (inside.isPresent()) {
      return inside;
    }
    boolean fixed = part.variables().isEmpty();
    return dividesByZero(part) || (fixed && !Double.isFinite(Evaluation.of(part, Map.of())))
        ? Optional.of(part)
        : Optional.empty();
  }

  private static boolean dividesByZero(Expression part) {
    return part instanceof Expression.Binary binary
        && binary.operator() == Operator.DIVIDED_BY
        && binary.right().variables().isEmpty()
        && Evaluation.of(binary.right(), Map.of()) == 0;
  }

  /** The op it asks for, over those of the names that stand in it; for a sound formula. */
  Elementwise op() {
    Expression expression = ((Parsed) Parsing.parse(text(), Set.copyOf(names))).expression();
    return Elementwise.of(expression, List.copyOf(expression.variables()));
  }

  private String text() {
    return mention.text(attribute);
  }

  private void report(SyntaxError error, Problems problems) {
    String word = text().substring(error.at(), error.at() + error.length());
    String meant =
        Spelling.closest(word, error.candidates())
            .map(it -> "did you mean " + it + "? else ")
            .orElse("");
    problems.add(
        Code.FormulaSyntax,
        mention.origin(attribute),
        error.finding(),
        pointingAt(error.at(), meant + error.remedy()));
  }

  private void checkName(String name, int at, Problems problems) {
    if (!names.contains(name)) {
      problems.add(
          Code.FormulaName,
          mention.origin(attribute),
          "the formula is not about " + name,
          pointingAt(at, remedy(name)));
    }
  }

  private String remedy(String name) {
    String known = String.join(", ", names);
    return Spelling.closest(name, names)
        .map(meant -> "did you mean %s? it is about %s".formatted(meant, known))
        .orElse("name one of " + known);
  }

  /** The line of the formula, a caret under it, and a remedy under that. */
  private String pointingAt(int at, String remedy) {
    String text = text();
    if (text.isBlank()) {
      return remedy;
    }
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int newline = text.indexOf('\n', at);
    String line = text.substring(start, newline < 0 ? text.length() : newline).stripTrailing();
    String indent = text.substring(start, at).replaceAll("\\S", " ");
    return "%s%n    %s^%n    %s".formatted(line, indent, remedy);
  }
}
