package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.synapt.processor.layer.Mentions.constant;
import static org.synapt.processor.layer.Mentions.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.synapt.annotations.ActivationFunction;
import org.synapt.processor.formula.Derivative;
import org.synapt.processor.formula.Evaluation;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.shape.Shape;

@Tag("F1")
@Tag("F2")
@Tag("F3")
@Tag("F4")
@Tag("F5")
@Tag("F6")
@Tag("F7")
@Tag("F8")
@Tag("F9")
@Tag("F10")
final class ActivationsTest {

  static Stream<Elementwise> formulas() {
    List<Elementwise> formulas = new ArrayList<>(Activations.formulas().values());
    formulas.add(Activations.elu(0.3));
    formulas.add(Activations.elu(0));
    formulas.add(Activations.leakyRelu(0));
    formulas.add(Activations.leakyRelu(1.5));
    formulas.add(Activations.thresholdedRelu(0));
    formulas.add(Activations.thresholdedRelu(1));
    return formulas.stream();
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void hasTheSameDerivativeThroughItsResult(Elementwise formula) {
    for (double x = -8.05; x < 8; x += 0.1) {
      double y = Evaluation.of(formula.expression(), Map.of("x", x));
      double direct = Evaluation.of(Derivative.of(formula.expression(), "x"), Map.of("x", x));
      double through =
          formula
              .throughResult()
              .map(derivative -> Evaluation.of(derivative, Map.of("y", y)))
              .orElse(direct);

      assertWithMessage("at " + x).that(through).isWithin(1e-9).of(direct);
    }
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void hasTheDerivativeThatDifferencesGive(Elementwise formula) {
    double h = 1e-5;
    for (double x = -8.05; x < 8; x += 0.1) {
      double above = Evaluation.of(formula.expression(), Map.of("x", x + h));
      double below = Evaluation.of(formula.expression(), Map.of("x", x - h));
      double direct = Evaluation.of(Derivative.of(formula.expression(), "x"), Map.of("x", x));

      assertWithMessage("at " + x).that(direct).isWithin(1e-5).of((above - below) / (2 * h));
    }
  }

  /** Values by the definitions in {@link ActivationFunction}, computed apart from this code. */
  @ParameterizedTest
  @CsvSource({
    "LINEAR, -2, -2",
    "RELU, -2, 0",
    "RELU, 2, 2",
    "RELU6, 7, 6",
    "SIGMOID, 1, 0.7310585786300049",
    "HARD_SIGMOID, 1, 0.6666666666666666",
    "HARD_SIGMOID, -4, 0",
    "TANH, 1, 0.7615941559557649",
    "SOFTSIGN, -3, -0.75",
    "SOFTPLUS, 0, 0.6931471805599453",
    "EXPONENTIAL, 1, 2.718281828459045",
    "ELU, -1, -0.6321205588285577",
    "SELU, 1, 1.0507009873554805",
    "SELU, -1, -1.1113307378125625",
    "LEAKY_RELU, -1, -0.2",
    "SWISH, 1, 0.7310585786300049",
    "GELU, 1, 0.8413447460685429",
    "GELU, -2, -0.04550026389635842",
    "MISH, 1, 0.8650983882673103",
  })
  void isWhatItsDocumentationSays(String activation, double x, double y) {
    Inferred layer =
        Inferred.of(Mentions.of("Activation", "value", constant(activation)), Shape.of(1));

    assertThat(layer.compute(new double[] {x})).usingTolerance(1e-9).containsExactly(y);
  }

  @Tag("L11")
  @Test
  void knowsEveryConstantOfTheLanguage() {
    for (ActivationFunction function : ActivationFunction.values()) {
      if (function != ActivationFunction.LINEAR && function != ActivationFunction.OF_BLOCK) {
        Inferred layer =
            Inferred.of(Mentions.of("Activation", "value", constant(function.name())), Shape.of(4));

        assertWithMessage(function.name()).that(layer.lowered()).isNotEmpty();
      }
    }
  }

  @Test
  void softmaxSumsToOneAlongAnyAxis() {
    Inferred softmax = Inferred.of(Mentions.of("Softmax", "axis", 0), Shape.of(2, 3));
    double[] y = softmax.compute(new double[] {1, 2, 3, 1, 5, 2});

    for (int column = 0; column < 3; column++) {
      assertThat(y[column] + y[column + 3]).isWithin(1e-12).of(1);
    }
    assertThat(y[0]).isWithin(1e-12).of(0.5);
  }

  @Test
  void softmaxAlongTheLastAxisIsOneEquation() {
    assertThat(Inferred.of(Mentions.of("Softmax"), Shape.of(2, 3)).lowered())
        .isEqualTo("softmax [b, 2, 3] = softmax(a)\n");
  }

  @Test
  void softmaxOverOneIsAProblem() {
    assertThat(Inferred.of(Mentions.of("Softmax", "axis", 1), Shape.of(4, 1)).toString())
        .startsWith("[SoftmaxOverOne] softmax over one value is always 1, and y is [4, 1]");
  }

  @Test
  void softmaxWantsAnAxis() {
    assertThat(Inferred.of(Mentions.of("Softmax", "axis", 2), Shape.of(4, 3)).toString())
        .startsWith("[AxisBeyondRank]");
    assertThat(
            Inferred.of(Mentions.of("Activation", "value", constant("SOFTMAX")), Shape.of())
                .toString())
        .startsWith("[MissingAxis]");
  }

  @ParameterizedTest
  @CsvSource({
    "LeakyReLU, alpha, -0.1",
    "ELU, alpha, -1.0",
    "ThresholdedReLU, theta, -0.5",
  })
  void refusesASlopeBelowZero(String layer, String attribute, double value) {
    assertThat(Inferred.of(Mentions.of(layer, attribute, value), Shape.of(4)).toString())
        .startsWith("[AttributeOutOfRange] %s = %s is below 0".formatted(attribute, value));
  }

  @Test
  void refusesASlopeThatIsNoFloat() {
    assertThat(Inferred.of(Mentions.of("ELU", "alpha", 1e300), Shape.of(4)).toString())
        .startsWith("[AttributeOutOfRange] alpha = 1.0E300 is no finite float");
  }

  @Test
  void preluLearnsASlopeForEachElement() {
    Inferred prelu = Inferred.of(Mentions.of("PReLU"), Shape.of(4, 3));

    assertThat(prelu.parameters())
        .containsExactly(
            ParameterSpec.parameter("alpha", Shape.of(4, 3), InitializerSpec.of("zeros")));
    assertThat(prelu.lowered()).isEqualTo("prelu [b, 4, 3] = x > 0 ? x : alpha * x(a, alpha)\n");
  }

  @Test
  void preluSharesSlopesAlongLeadingAxesByItself() {
    Inferred prelu = Inferred.of(Mentions.of("PReLU", "sharedAxes", list(0, 1)), Shape.of(4, 4, 3));

    assertThat(prelu.parameters().get(0).shape()).isEqualTo(Shape.of(1, 1, 3));
    assertThat(prelu.lowered())
        .isEqualTo(
            """
            squeezed [3] = reshape<[3]>(alpha)
            prelu [b, 4, 4, 3] = x > 0 ? x : alpha * x(a, squeezed)
            """);
  }

  @Test
  void preluSharesSlopesAlongAMiddleAxis() {
    assertThat(
            Inferred.of(Mentions.of("PReLU", "sharedAxes", list(1)), Shape.of(4, 5, 3)).lowered())
        .isEqualTo(
            """
            squeezed [4, 3] = reshape<[4, 3]>(alpha)
            spread [4, 5, 3] = spread<1, 5>(squeezed)
            prelu [b, 4, 5, 3] = x > 0 ? x : alpha * x(a, spread)
            """);
  }

  @Test
  void preluSharesEachAxisOnce() {
    assertThat(
            Inferred.of(Mentions.of("PReLU", "sharedAxes", list(1, -1)), Shape.of(4, 5)).toString())
        .startsWith("[RepeatedAxis] sharedAxes names axis 1 twice");
  }
}
