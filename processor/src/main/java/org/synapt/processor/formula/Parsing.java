package org.synapt.processor.formula;

import java.util.Set;

/**
 * What came of reading a formula's text: an expression, or the first thing wrong with it.
 *
 * <pre>
 * term        condition ? term : term, or one of the below, the loosest first
 * condition   ||   then &amp;&amp;   then  &lt; &lt;= &gt; &gt;= == !=
 * number      + -   then * /   then -x   then ^ (from the right)
 * last        1.5  1e-3  1_000   name   pi   e   function(term, ...)   (term)
 * </pre>
 *
 * <p>Text of any kind and length gives one or the other, never an exception.
 */
public sealed interface Parsing permits Parsed, SyntaxError {
  /** The most constants, variables and operations in a formula. */
  int MOST_PARTS = 1_000;

  /** The most operations inside one another, so that no pass runs out of stack. */
  int DEEPEST = 100;

  /**
   * Reads a formula. Any name that is not called is a variable, but for {@code pi} and {@code e}.
   *
   * @param text the formula
   * @return the expression as written, or what is wrong
   */
  static Parsing parse(String text) {
    return parse(text, Set.of());
  }

  /**
   * Reads a formula among declared names.
   *
   * @param text the formula
   * @param variables names that are variables even if a constant or a function has the same; other
   *     names are accepted too, see {@link Parsed#occurrences()}
   * @return the expression as written, or what is wrong
   */
  static Parsing parse(String text, Set<String> variables) {
    try {
      return new Parser(text, variables).parse();
    } catch (SyntaxFailure failure) {
      return failure.error();
    }
  }
}
