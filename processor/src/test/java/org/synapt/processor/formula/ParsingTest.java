package org.synapt.processor.formula;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.processor.formula.Expression.Constant;
import org.synapt.processor.formula.Expression.Negation;
import org.synapt.processor.formula.Expression.Variable;

final class ParsingTest {

  @ParameterizedTest(name = "{0} groups as {1}")
  @CsvSource(
      delimiterString = " | ",
      textBlock =
          """
          a + b + c                | (a + b) + c
          a - b - c                | (a - b) - c
          a / b / c                | (a / b) / c
          a / b * c                | (a / b) * c
          a + b * c                | a + (b * c)
          a ^ b ^ c                | a ^ (b ^ c)
          -a ^ b                   | -(a ^ b)
          a ^ -b                   | a ^ (-b)
          a ^ -b ^ c               | a ^ (-(b ^ c))
          -2 ^ a                   | -(2 ^ a)
          -a * b                   | (-a) * b
          -a + b                   | (-a) + b
          - -a                     | -(-a)
          a - -b                   | a - (-b)
          +a                       | a
          a * b ^ c                | a * (b ^ c)
          a > 0 ? b : c            | (a > 0) ? b : c
          a + 1 > b * 2 ? b : c    | ((a + 1) > (b * 2)) ? b : c
          a > 0 ? b : c > 0 ? d : 1 | (a > 0) ? b : ((c > 0) ? d : 1)
          a > 0 ? b > 0 ? c : d : 1 | (a > 0) ? ((b > 0) ? c : d) : 1
          a > 0 ? b : c + 1        | (a > 0) ? b : (c + 1)
          a < 1 && b < 1 || c < 1 ? a : b | ((a < 1 && b < 1) || c < 1) ? a : b
          a < 1 || b < 1 && c < 1 ? a : b | (a < 1 || (b < 1 && c < 1)) ? a : b
          a <= 1 && b >= 1 && c != d ? a : b | ((a <= 1 && b >= 1) && c != d) ? a : b
          max(a + b, c)            | max((a + b), (c))
          """)
  void groupsAsInMathematics(String text, String grouped) {
    assertThat(Formulas.of(text)).isEqualTo(Formulas.of(grouped));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "1, 1",
    "1.5, 1.5",
    ".5, 0.5",
    "2., 2",
    "1e-3, 0.001",
    "1E3, 1000",
    "1.5e+2, 150",
    "1_000, 1000",
    "1_000.000_5, 1000.0005",
    "-2, -2",
    "0, 0",
    "0.0e5, 0",
    "pi, 3.141592653589793",
    "e, 2.718281828459045",
  })
  void readsNumbers(String text, double value) {
    assertThat(Formulas.of(text)).isEqualTo(new Constant(value));
  }

  @Test
  void keepsWhatIsInParenthesesApart() {
    assertThat(Formulas.of("-(2)")).isEqualTo(new Negation(new Constant(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "leftCode", "x_1", "größe", "$x", "e1", "_"})
  void takesAnyIdentifierForAVariable(String name) {
    assertThat(Formulas.of(name)).isEqualTo(new Variable(name));
  }

  @Test
  void ignoresSpaceOfAnyKind() {
    assertThat(Formulas.of(" \n x\t+ 1 ").toString()).isEqualTo("x + 1");
  }

  @Test
  void saysWhereEachVariableFirstStands() {
    Parsed parsed = (Parsed) Parsing.parse("size - pi * tone / size + exp(age)");

    assertThat(parsed.occurrences()).containsExactly("size", 0, "tone", 12, "age", 30).inOrder();
  }

  @Test
  void letsADeclaredNameHideAConstantAndAFunction() {
    Parsed parsed = (Parsed) Parsing.parse("e + max * exp(max)", Set.of("e", "max"));

    assertThat(parsed.expression().variables()).containsExactly("e", "max").inOrder();
  }

  @Test
  void printsWhatItReads() {
    String text = "x > 0 && y != 1e-7 ? -x ^ 2 * (y - -2) : clip(x, -1, 1) / (x * 0.1)";

    assertThat(Formulas.of(text).toString()).isEqualTo(text);
  }

  @Test
  void readsBackWhateverIsPrinted() {
    RandomExpressions random = new RandomExpressions(7);
    for (int i = 0; i < 20_000; i++) {
      Expression expression = random.next(5);
      assertThat(Formulas.of(expression.toString())).isEqualTo(expression);
    }
  }

  @Test
  void refusesAFaultyTextOfTheCompilersOwn() {
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> Formulas.of("x +"));

    assertThat(fault).hasMessageThat().contains("a value is missing after +");
  }

  @Test
  void evaluatesInDoublePrecision() {
    double value =
        Evaluation.of(Formulas.of("x > y ? x ^ 2 - 1 : -y / 3"), Map.of("x", 3.0, "y", 2.0));

    assertThat(value).isEqualTo(8.0);
    assertThrows(
        IllegalArgumentException.class, () -> Evaluation.of(new Variable("x"), Map.of("y", 1.0)));
  }
}
