package org.synapt.processor.formula;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JavaTextTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiterString = " | ",
      textBlock =
          """
          1                          | 1f
          0.5                        | 0.5f
          1.702                      | 1.702f
          -2                         | -2f
          1e-7                       | 1e-7f
          1.5e10                     | 1.5e10f
          pi                         | 3.1415927f
          x                          | x[j]
          -x                         | -x[j]
          -(-x)                      | -(-x[j])
          -(x + y)                   | -(x[j] + y[j])
          -x * y                     | -x[j] * y[j]
          x - (y - 1)                | x[j] - (y[j] - 1f)
          x - y - 1                  | x[j] - y[j] - 1f
          x / (y * 2)                | x[j] / (y[j] * 2f)
          x - -2                     | x[j] - -2f
          square(x)                  | x[j] * x[j]
          2 * square(x)              | 2f * (x[j] * x[j])
          -square(x)                 | -(x[j] * x[j])
          x ^ 3                      | x[j] * x[j] * x[j]
          x ^ 5                      | F.pow(x[j], 5f)
          x ^ y                      | F.pow(x[j], y[j])
          pow(x, y)                  | F.pow(x[j], y[j])
          exp(-x)                    | F.exp(-x[j])
          log1p(x) + expm1(y)        | F.log1p(x[j]) + F.expm1(y[j])
          relu(x) * step(y)          | F.relu(x[j]) * F.step(y[j])
          sigmoid(softplus(x))       | F.sigmoid(F.softplus(x[j]))
          abs(x)                     | Math.abs(x[j])
          max(x, min(y, 0))          | Math.max(x[j], Math.min(y[j], 0f))
          clip(x, -1, 1)             | Math.min(Math.max(x[j], -1f), 1f)
          2 / sqrt(x)                | 2f / (float) Math.sqrt(x[j])
          x > 0 ? x : y              | x[j] > 0f ? x[j] : y[j]
          (x > 0 ? x : y) * 2        | (x[j] > 0f ? x[j] : y[j]) * 2f
          x > 0 && (y > 0 || x != y) ? 1 : x | x[j] > 0f && (y[j] > 0f || x[j] != y[j]) ? 1f : x[j]
          square(x + 1)              | F.pow(x[j] + 1f, 2f)
          """)
  void printsOneExpression(String formula, String java) {
    assertThat(JavaText.of(Formulas.of(formula), name -> name + "[j]", name -> "F." + name))
        .isEqualTo(java);
  }

  @Test
  void computesNothingTwice() {
    assertThat(lines("tanh(softplus(x)) + x * (1 - square(tanh(softplus(x)))) * sigmoid(x)"))
        .isEqualTo(
            """
            float tanh = tanh(softplus(x[j]));
            tanh + x[j] * (1f - tanh * tanh) * sigmoid(x[j])\
            """);
  }

  @Test
  void namesWhatItSquares() {
    assertThat(lines("square(x - y) + (x * y) ^ 3"))
        .isEqualTo(
            """
            float difference = x[j] - y[j];
            float product = x[j] * y[j];
            difference * difference + product * product * product\
            """);
  }

  @Test
  void sharesPartsAmongExpressions() {
    assertThat(lines("x * sigmoid(1.702 * x)", "sigmoid(1.702 * x) + x"))
        .isEqualTo(
            """
            float sigmoid = sigmoid(1.702f * x[j]);
            x[j] * sigmoid
            sigmoid + x[j]\
            """);
  }

  @Test
  void givesNoNameToWhatIsNeededOnceInsideAnother() {
    assertThat(lines("exp(-x) * (exp(-x) + 1)"))
        .isEqualTo(
            """
            float exp = exp(-x[j]);
            exp * (exp + 1f)\
            """);
  }

  @Test
  void countsTheConditionToo() {
    assertThat(lines("x - y > 0 ? x - y : 0"))
        .isEqualTo(
            """
            float difference = x[j] - y[j];
            difference > 0f ? difference : 0f\
            """);
  }

  @Test
  void takesNoNameThatIsInUse() {
    JavaText java =
        JavaText.statements(
            List.of(Formulas.of("square(exp(exp2)) + square(exp(x)) + square(x + 1)")),
            Set.of("exp", "sum"),
            name -> "exp3[" + name + "At + j]",
            name -> name);

    assertThat(java.locals().get(0)).startsWith("float exp4 = ");
    assertThat(java.locals().get(1)).startsWith("float exp5 = ");
    assertThat(java.locals().get(2)).startsWith("float sum2 = ");
  }

  @Test
  void bindsAWholeResultThatAnotherNeeds() {
    assertThat(lines("exp(x)", "exp(x) * y"))
        .isEqualTo(
            """
            float exp = exp(x[j]);
            exp
            exp * y[j]\
            """);
  }

  private static String lines(String... formulas) {
    List<Expression> expressions = Arrays.stream(formulas).map(Formulas::of).toList();
    JavaText java =
        JavaText.statements(expressions, Set.of("j"), name -> name + "[j]", name -> name);
    return java.locals().stream().map(local -> local + "\n").collect(Collectors.joining())
        + String.join("\n", java.results());
  }
}
