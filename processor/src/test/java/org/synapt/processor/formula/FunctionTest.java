package org.synapt.processor.formula;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Variable;

final class FunctionTest {
  private static final double STEP = 1e-5;

  /** Not at a corner of any function, and inside the domain of most. */
  private static final double[][] POINTS = {
    {0.3, 0.7, 1.9},
    {1.3, 0.7, 1.9},
    {2.3, 0.7, 1.9},
    {0.9, 2.1, 2.5},
    {-0.6, -0.8, 0.4},
    {-1.7, 3, 3.5},
    {4.2, -2.6, 1}
  };

  @ParameterizedTest
  @EnumSource
  void hasTheDerivativeThatDifferencesShow(Function function) {
    int compared = 0;
    for (double[] point : POINTS) {
      for (String parameter : function.parameters()) {
        double difference = difference(function, point, parameter);
        if (!Double.isNaN(difference)) {
          compared++;
          double derivative =
              Evaluation.of(Derivative.of(call(function), parameter), values(function, point));
          assertWithMessage("d %s / d%s at %s", function, parameter, point)
              .that(derivative)
              .isWithin(1e-7 * Math.max(1, Math.abs(difference)))
              .of(difference);
        }
      }
    }
    assertThat(compared).isAtLeast(5);
  }

  private static double difference(Function function, double[] point, String parameter) {
    int at = function.parameters().indexOf(parameter);
    double[] after = point.clone();
    double[] before = point.clone();
    after[at] += STEP;
    before[at] -= STEP;
    return (function.apply(after) - function.apply(before)) / (2 * STEP);
  }

  private static Call call(Function function) {
    List<Expression> arguments = new ArrayList<>();
    function.parameters().forEach(parameter -> arguments.add(new Variable(parameter)));
    return new Call(function, arguments);
  }

  private static Map<String, Double> values(Function function, double[] point) {
    Map<String, Double> values = new HashMap<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      values.put(function.parameters().get(i), point[i]);
    }
    return values;
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsName(Function function) {
    assertThat(Function.named(function.toString())).hasValue(function);
  }

  @Test
  void isNotFoundByAnother() {
    assertThat(Function.named("EXP")).isEmpty();
  }

  /** The values are from Abramowitz and Stegun, tables 7.1 and 7.3. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.1, 0.1124629160182849",
    "0.5, 0.5204998778130465",
    "1, 0.8427007929497149",
    "-1, -0.8427007929497149",
    "2, 0.9953222650189527",
    "2.4, 0.9993114861033549",
    "2.6, 0.9997639655834707",
    "3, 0.9999779095030014",
    "6, 1",
    "-40, -1",
  })
  void computesTheErrorFunction(double x, double erf) {
    assertThat(Function.ERF.apply(x)).isWithin(2e-15).of(erf);
  }

  @Test
  void isFlatAtACorner() {
    assertThat(Function.STEP.apply(0)).isEqualTo(0.0);
    assertThat(Function.SIGN.apply(0)).isEqualTo(0.0);
    assertThat(Evaluation.of(Derivative.of(Formulas.of("clip(x, 0, 6)"), "x"), Map.of("x", 6.0)))
        .isEqualTo(0.0);
  }

  @Test
  void staysFiniteForLargeArguments() {
    assertThat(Function.SIGMOID.apply(-1_000)).isEqualTo(0.0);
    assertThat(Function.SIGMOID.apply(1_000)).isEqualTo(1.0);
    assertThat(Function.SOFTPLUS.apply(1_000)).isEqualTo(1_000.0);
    assertThat(Function.SOFTPLUS.apply(-50)).isWithin(1e-37).of(Math.exp(-50));
  }

  @Test
  void passesNotANumberOn() {
    assertThat(Function.ERF.apply(Double.NaN)).isNaN();
    assertThat(Function.RELU.apply(Double.NaN)).isNaN();
  }
}
