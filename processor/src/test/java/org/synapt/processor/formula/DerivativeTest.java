package org.synapt.processor.formula;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.formula.RandomExpressions.Agreement;

final class DerivativeTest {

  @ParameterizedTest(name = "d {0} = {1}")
  @CsvSource(
      delimiterString = " | ",
      textBlock =
          """
          1.5                           | 0
          y                             | 0
          x                             | 1
          -x                            | -1
          3 * x + y                     | 3
          x * y                         | y
          x * x                         | 2 * x
          x ^ 3                         | 3 * square(x)
          x ^ y                         | y * x ^ (y - 1)
          y ^ x                         | y == 0 ? 0 : log(y) * y ^ x
          2 ^ x                         | 0.6931471805599453 * 2 ^ x
          e ^ x                         | exp(x)
          1 / x                         | -1 / square(x)
          x / y                         | 1 / y
          sqrt(x)                       | 0.5 / sqrt(x)
          abs(x)                        | sign(x)
          relu(x)                       | step(x)
          max(x, 0)                     | step(x)
          max(x, y)                     | x > y ? 1 : 0
          sigmoid(x)                    | sigmoid(x) * (1 - sigmoid(x))
          tanh(x)                       | 1 - square(tanh(x))
          softplus(x)                   | sigmoid(x)
          log(1 + exp(x))               | sigmoid(x)
          erf(x)                        | 1.1283791670955126 * exp(-square(x))
          x / (1 + abs(x))              | 1 / square(1 + abs(x))
          x > 0 ? x : 0.3 * x           | x > 0 ? 1 : 0.3
          x > 0 ? x : exp(x) - 1        | x > 0 ? 1 : exp(x)
          clip(0.2 * x + 0.5, 0, 1)     | 0.2 * x + 0.5 > 0 && 0.2 * x + 0.5 < 1 ? 0.2 : 0
          x * sigmoid(x)                | sigmoid(x) + x * sigmoid(x) * (1 - sigmoid(x))
          square(y - x)                 | 2 * (x - y)
          x - y * log(x)                | 1 - y / x
          max(1 - x * y, 0)             | -step(1 - x * y) * y
          -(y * log(x) + (1 - y) * log(1 - x)) | (1 - y) / (1 - x) - y / x
          """)
  void isWhatAPersonWouldWrite(String formula, String derivative) {
    assertThat(Derivative.of(Formulas.of(formula), "x").toString()).isEqualTo(derivative);
  }

  @Test
  void isFiniteWhereTheFormulaAsWrittenWouldOverflow() {
    Expression derivative = Derivative.of(Formulas.of("x / (1 + exp(-1.702 * x))"), "x");

    assertThat(Evaluation.of(derivative, Map.of("x", -1e6))).isEqualTo(0.0);
    assertThat(Evaluation.of(derivative, Map.of("x", 1e6))).isEqualTo(1.0);
  }

  @Test
  void agreesWithDifferencesForAnyExpression() {
    RandomExpressions random = new RandomExpressions(3);
    int evident = 0;
    for (int i = 0; i < 5_000; i++) {
      Expression expression = random.next(4);
      Expression derivative = Derivative.of(expression, "x");
      Agreement agreement =
          random.compare(
              point -> isModerate(derivative, point) ? difference(expression, point) : Double.NaN,
              point -> Evaluation.of(derivative, point),
              1e-4);
      assertWithMessage("%s has the derivative %s? %s", expression, derivative, agreement)
          .that(agreement.isRefuted())
          .isFalse();
      evident += agreement.isEvident() ? 1 : 0;
    }
    assertThat(evident).isGreaterThan(2_000);
  }

  private static boolean isModerate(Expression expression, Map<String, Double> point) {
    return !Double.isNaN(RandomExpressions.moderate(expression, point));
  }

  /** Central differences of two widths; NaN where they disagree, as beside a jump. */
  private static double difference(Expression expression, Map<String, Double> point) {
    double coarse = difference(expression, point, 1e-4);
    double fine = difference(expression, point, 3e-5);
    boolean smooth = Math.abs(coarse - fine) <= 1e-5 * Math.max(1, Math.abs(fine));
    return smooth ? fine : Double.NaN;
  }

  private static double difference(Expression expression, Map<String, Double> point, double step) {
    Map<String, Double> after = new HashMap<>(point);
    Map<String, Double> before = new HashMap<>(point);
    after.merge("x", step, Double::sum);
    before.merge("x", -step, Double::sum);
    return (Evaluation.of(expression, after) - Evaluation.of(expression, before)) / (2 * step);
  }
}
