package org.synapt.processor.formula;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.formula.Expression.Constant;
import org.synapt.processor.formula.Expression.Variable;

/** What the names in one formula stand for. */
final class Names {
  private static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "e", Math.E);

  private final Set<String> variables;
  private final Map<String, Integer> occurrences = new LinkedHashMap<>();

  Names(Set<String> variables) {
    this.variables = variables;
  }

  /** Where each variable first stands. */
  Map<String, Integer> occurrences() {
    return occurrences;
  }

  /** The variable or constant of a name that is not called. */
  Expression value(Token token) {
    String name = token.text();
    refuseDots(token);
    if (!variables.contains(name)) {
      Double constant = CONSTANTS.get(name);
      if (constant != null) {
        return new Constant(constant);
      }
      refuseFunction(token);
      refuseWord(token);
    }
    occurrences.putIfAbsent(name, token.at());
    return new Variable(name);
  }

  /** The function of a name that is called. */
  Function function(Token token) {
    String name = token.text();
    refuseDots(token);
    Optional<Function> function = Function.named(name);
    if (function.isPresent()) {
      return function.get();
    } else if (variables.contains(name)) {
      throw SyntaxFailure.at(
          token, name + " is a value and cannot be called", "write " + name + " * (...)");
    }
    String finding = "there is no function " + name;
    Optional<String> remedy = Spellings.function(name);
    throw remedy.isPresent()
        ? SyntaxFailure.at(token, finding, remedy.get())
        : SyntaxFailure.misspelling(
            token, finding, "use one of " + String.join(", ", Function.names()), Function.names());
  }

  /** Refuses a call with too few or too many arguments. */
  static void checkArguments(Token token, Function function, int given) {
    List<String> parameters = function.parameters();
    int needed = parameters.size();
    if (given != needed) {
      boolean nests = given > 2 && (function == Function.MAX || function == Function.MIN);
      throw SyntaxFailure.at(
          token,
          function
              + " takes "
              + needed
              + (needed == 1 ? " argument, not " : " arguments, not ")
              + given,
          "write " + (nests ? function + "(a, " + function + "(b, c))" : signature(function)));
    }
  }

  /** Refuses {@code and}, {@code if} and the like wherever they stand. */
  static void refuseWord(Token token) {
    Optional<String> remedy = Spellings.word(token.text());
    if (remedy.isPresent()) {
      throw SyntaxFailure.at(token, "a formula knows no " + token.text(), remedy.get());
    }
  }

  private static void refuseDots(Token token) {
    if (token.text().contains(".")) {
      throw SyntaxFailure.at(
          token, "a formula knows no " + token.text(), Spellings.qualified(token.text()));
    }
  }

  private static void refuseFunction(Token token) {
    Optional<Function> function = Function.named(token.text());
    if (function.isPresent()) {
      throw SyntaxFailure.at(
          token,
          token.text() + " is a function without its arguments",
          "write " + signature(function.get()));
    }
  }

  private static String signature(Function function) {
    return function + "(" + String.join(", ", function.parameters()) + ")";
  }
}
