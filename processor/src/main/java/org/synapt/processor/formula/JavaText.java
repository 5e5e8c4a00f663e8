package org.synapt.processor.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Expressions as Java source that computes with floats, with the fewest parentheses.
 *
 * <p>{@code abs}, {@code max}, {@code min}, {@code clip} and {@code sqrt} are printed as calls of
 * {@link Math}, squares and small powers as products; all other functions are for the caller to
 * name.
 *
 * @param locals declarations that have to stand before, as {@code float exp = exp(-x[j]);}
 * @param results one Java expression for each that was to be printed
 */
public record JavaText(List<String> locals, List<String> results) {

  /**
   * The only result.
   *
   * @return the Java expression, if one was to be printed
   */
  public String result() {
    return results.get(0);
  }

  /**
   * Prints one expression without locals, whatever it computes twice.
   *
   * @param expression what to print
   * @param variable the Java for a variable, as {@code x[j]} for {@code x}; read, never assigned
   * @param function the Java for a function's name, as {@code Elementary.exp} for {@code exp}
   * @return a Java expression of type float
   */
  public static String of(
      Expression expression, UnaryOperator<String> variable, UnaryOperator<String> function) {
    return new JavaNotation(Map.of(), variable, function).print(expression).text();
  }

  /**
   * Prints expressions that are computed side by side, with locals for what they need twice or
   * more, but for variables and constants. The locals are named for what they hold.
   *
   * @param expressions what to print
   * @param taken names that no local may have; the variables' names are never used either
   * @param variable the Java for a variable, as {@code x[j]} for {@code x}; read, never assigned
   * @param function the Java for a function's name, as {@code Elementary.exp} for {@code exp}
   * @return the locals, each after those it needs, and a result for each expression
   */
  public static JavaText statements(
      List<? extends Expression> expressions,
      Set<String> taken,
      UnaryOperator<String> variable,
      UnaryOperator<String> function) {
    Set<String> names = new HashSet<>(taken);
    expressions.forEach(expression -> names.addAll(identifiers(expression, variable)));
    Map<Expression, String> bound = new LinkedHashMap<>();
    JavaNotation notation = new JavaNotation(bound, variable, function);
    List<String> locals = new ArrayList<>();
    for (Expression part : SharedParts.of(List.copyOf(expressions))) {
      String text = notation.print(part).text();
      String name = fresh(SharedParts.word(part), names);
      locals.add("float " + name + " = " + text + ";");
      bound.put(part, name);
    }
    List<String> results = new ArrayList<>();
    expressions.forEach(expression -> results.add(notation.print(expression).text()));
    return new JavaText(List.copyOf(locals), List.copyOf(results));
  }

  /** The variables of an expression, and every name in the Java for them. */
  private static Set<String> identifiers(Expression expression, UnaryOperator<String> variable) {
    Set<String> names = new HashSet<>(expression.variables());
    for (String name : expression.variables()) {
      names.addAll(List.of(variable.apply(name).split("[^\\p{javaJavaIdentifierPart}]+")));
    }
    return names;
  }

  private static String fresh(String word, Set<String> taken) {
    String name = word;
    for (int i = 2; !taken.add(name); i++) {
      name = word + i;
    }
    return name;
  }
}
