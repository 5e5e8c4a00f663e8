package org.synapt.processor.formula;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LargeFormulaTest {

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "+", "exp(", "x ^ ", "x > 0 ? x : ", "x > 0 ? ", "-(", "2 ^ -"})
  void refusesToNestTooDeep(String opening) {
    SyntaxError error = (SyntaxError) Parsing.parse(opening.repeat(100_000) + "x");

    assertThat(error.finding()).isEqualTo("more than 100 operations are inside one another");
    assertThat(error.length()).isAtLeast(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x + ", "x * ", "1 > 0 && "})
  void refusesALongChain(String link) {
    SyntaxError error = (SyntaxError) Parsing.parse(link.repeat(100_000) + "x");

    assertThat(error.finding()).isEqualTo("more than 100 operations are inside one another");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 100_000})
  void refusesAWideOne(int width) {
    SyntaxError error = (SyntaxError) Parsing.parse(balanced(width));

    assertThat(error.finding()).isEqualTo("the formula has more than 1000 parts");
  }

  private static String balanced(int leaves) {
    return leaves == 1
        ? "x"
        : "(" + balanced(leaves / 2) + " * " + balanced(leaves - leaves / 2) + ")";
  }

  /** As deep and as large as is allowed, of operations whose derivatives grow most. */
  static List<String> largest() {
    return List.of(
        "x + ".repeat(99) + "x",
        "x * ".repeat(99) + "x",
        "(x + 1) / ".repeat(98) + "x",
        "(x + ".repeat(49) + "x" + ") ^ y".repeat(49),
        "sin(".repeat(99) + "x" + ")".repeat(99),
        "softplus(x * ".repeat(49) + "x" + ")".repeat(49),
        "x > 0 ? x * y : ".repeat(95) + "x",
        "x ^ (y - ".repeat(49) + "x" + ")".repeat(49),
        "sqrt(x / (y * ".repeat(33) + "x" + "))".repeat(33),
        "max(sin(x) * y, ".repeat(49) + "x" + ")".repeat(49));
  }

  @ParameterizedTest
  @MethodSource("largest")
  void handlesTheLargestAllowed(String text) {
    Expression expression = Formulas.of(text);

    Expression derivative = Derivative.of(expression, "x");

    assertThat(Simplification.of(derivative)).isEqualTo(derivative);
    UnaryOperator<String> asItIs = UnaryOperator.identity();
    JavaText java = JavaText.statements(List.of(expression, derivative), Set.of(), asItIs, asItIs);
    assertThat(java.results()).hasSize(2);
    assertThat(java.toString().length()).isLessThan(200_000);
  }
}
