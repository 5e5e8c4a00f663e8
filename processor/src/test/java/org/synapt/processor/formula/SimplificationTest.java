package org.synapt.processor.formula;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.formula.RandomExpressions.Agreement;

final class SimplificationTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiterString = " | ",
      textBlock =
          """
          2 + 3 * 4                   | 14
          sqrt(2) / 2                 | 0.7071067811865476
          1 / 3                       | 0.3333333333333333
          log(0)                      | log(0)
          1e30 * 1e30                 | 1e30 * 1e30
          x * 1e30 * 1e30             | 1e30 * 1e30 * x
          x / 0                       | x / 0
          0 / x                       | 0
          x * 1                       | x
          1 * x                       | x
          x + 0                       | x
          0 - x                       | -x
          x * 0                       | 0
          -(-x)                       | x
          -(a - b)                    | b - a
          -(a + b)                    | -a - b
          a - (b - c)                 | a - b + c
          -a + b                      | b - a
          a + -b                      | a - b
          a - -2 * b                  | a + 2 * b
          a - (-b)                    | a + b
          -a * -b                     | a * b
          a * -b                      | -a * b
          -2 * (a - b)                | 2 * (b - a)
          -(a - b) * c                | (b - a) * c
          -(a + b) * c                | -(a + b) * c
          2 * x * 3                   | 6 * x
          x + x                       | 2 * x
          2 * x - x                   | x
          x - x                       | 0
          x + 1 - x                   | 1
          1 + x + 2                   | 3 + x
          1 - 3 + x                   | x - 2
          x * x                       | square(x)
          x * x * x                   | x ^ 3
          x ^ 2                       | square(x)
          pow(x, 2)                   | square(x)
          x ^ 0.5                     | sqrt(x)
          x ^ 1                       | x
          x ^ 0                       | 1
          x ^ -1                      | 1 / x
          x ^ -2 * y                  | y / square(x)
          x ^ -0.5                    | 1 / sqrt(x)
          x ^ 3 / x                   | square(x)
          x * y / x                   | y
          x / 3                       | x / 3
          x / 4                       | 0.25 * x
          2 * x / 6                   | x / 3
          6 * x / 2                   | 3 * x
          0.2 * x                     | 0.2 * x
          2 * x / 3                   | 0.6666666666666666 * x
          x / -3                      | -x / 3
          a * (b / c)                 | a * b / c
          a / b / c                   | a / (b * c)
          a / (b / c)                 | a * c / b
          e ^ x                       | exp(x)
          max(x, 0)                   | relu(x)
          max(0, 2 * x)               | relu(2 * x)
          max(x, x)                   | x
          min(x, x)                   | x
          relu(relu(x))               | relu(x)
          abs(-x)                     | abs(x)
          abs(abs(x))                 | abs(x)
          abs(-2 * x)                 | abs(2 * x)
          square(-x)                  | square(x)
          cos(-x)                     | cos(x)
          square(abs(x))              | square(x)
          sqrt(square(x))             | abs(x)
          square(sqrt(x))             | x
          x * sign(x)                 | abs(x)
          x * step(x)                 | relu(x)
          log(exp(x))                 | x
          log(1 + x)                  | log1p(x)
          log(1 - x)                  | log1p(-x)
          log(1 + exp(-x))            | softplus(-x)
          log(sigmoid(x))             | -softplus(-x)
          exp(x) - 1                  | expm1(x)
          1 - exp(-x)                 | -expm1(-x)
          1 / (1 + exp(-x))           | sigmoid(x)
          1 / (exp(x) + 1)            | sigmoid(-x)
          exp(x) / (1 + exp(x))       | sigmoid(x)
          x / (1 + exp(-1.702 * x))   | x * sigmoid(1.702 * x)
          x > 0 ? x : 0               | relu(x)
          x >= 0 ? x : 0              | relu(x)
          x > 0 ? 1 : 0               | step(x)
          x > 0 ? y : y               | y
          1 > 0 ? x : y               | x
          1 < 0 && x > 0 ? x : y      | y
          1 > 0 && x > 0 ? x : y      | x > 0 ? x : y
          1 > 0 || x > 0 ? x : y      | x
          1 < 0 || x > 0 ? x : y      | x > 0 ? x : y
          """)
  void writesAsAPersonWould(String formula, String simple) {
    assertThat(Simplification.of(Formulas.of(formula)).toString()).isEqualTo(simple);
  }

  @Test
  void keepsTheValueOfAnyExpression() {
    RandomExpressions random = new RandomExpressions(5);
    int evident = 0;
    for (int i = 0; i < 10_000; i++) {
      Expression expression = random.next(4);
      Expression simple = Simplification.of(expression);
      Agreement agreement =
          random.compare(
              point -> RandomExpressions.moderate(expression, point),
              point -> Evaluation.of(simple, point),
              1e-9);
      assertWithMessage("%s is %s? %s", expression, simple, agreement)
          .that(agreement.isRefuted())
          .isFalse();
      evident += agreement.isEvident() ? 1 : 0;
    }
    assertThat(evident).isGreaterThan(5_000);
  }

  @Test
  void leavesAloneWhatIsSimple() {
    RandomExpressions random = new RandomExpressions(9);
    for (int i = 0; i < 10_000; i++) {
      Expression simple = Simplification.of(random.next(5));
      assertThat(Simplification.of(simple)).isEqualTo(simple);
    }
  }

  @Test
  void addsNoParts() {
    RandomExpressions random = new RandomExpressions(13);
    int smaller = 0;
    for (int i = 0; i < 10_000; i++) {
      Expression expression = random.next(5);
      int size = Simplification.of(expression).size();
      assertWithMessage("%s", expression).that(size).isAtMost(expression.size() + 2);
      smaller += size < expression.size() ? 1 : 0;
    }
    assertThat(smaller).isGreaterThan(2_500);
  }
}
