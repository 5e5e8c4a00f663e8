package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.joining;
import static org.synapt.processor.layer.Mentions.constant;
import static org.synapt.processor.layer.Mentions.list;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.annotations.Loss;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.GraphInterpreter;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Softmax;
import org.synapt.processor.shape.Shape;

final class LossesTest {
  private static final double[] P = {0.1, 0.7, 0.2, 0.3, 0.3, 0.4};
  private static final double[] T = {0, 1, 0, 0, 0, 1};

  /**
   * Of two rows of three; the figures were computed apart from this code, by the formulas in {@link
   * Loss}.
   */
  @ParameterizedTest
  @CsvSource({
    "MEAN_SQUARED_ERROR, 0.11333333333333333",
    "MEAN_ABSOLUTE_ERROR, 0.3",
    "CATEGORICAL_CROSSENTROPY, 0.6364828379064438",
    "BINARY_CROSSENTROPY, 0.38580327177706475",
    "HINGE, 0.8166666666666667",
    "SQUARED_HINGE, 0.7416666666666667",
    "CATEGORICAL_HINGE, 0.7",
    "HUBER, 0.056666666666666664",
    "COSINE_PROXIMITY, -0.8192868424928579",
  })
  void isWhatItsFormulaSays(String loss, double expected) {
    assertThat(value(output(loss), P, T)).isWithin(1e-7).of(expected);
  }

  @Test
  void countsPercentOfTheTarget() {
    double[] p = {1, 3, 5, 1, 1, 1};
    double[] t = {2, 2, 4, 1, 1, 1};

    assertThat(value(output("MEAN_ABSOLUTE_PERCENTAGE_ERROR"), p, t))
        .isWithin(1e-9)
        .of(100 * (0.5 + 0.5 + 0.25) / 6);
    assertThat(value(output("MEAN_SQUARED_LOGARITHMIC_ERROR"), p, t))
        .isWithin(1e-7)
        .of(
            (Math.pow(Math.log(2.0 / 3), 2)
                    + Math.pow(Math.log(4.0 / 3), 2)
                    + Math.pow(Math.log(6.0 / 5), 2))
                / 6);
    assertThat(value(output("LOG_COSH"), p, t)).isWithin(1e-9).of(3 * Math.log(Math.cosh(1)) / 6);
    assertThat(value(output("POISSON"), p, t))
        .isWithin(1e-6)
        .of((12 - 2 * Math.log(3) - 4 * Math.log(5)) / 6);
  }

  @Test
  void measuresHowDistributionsDiverge() {
    double[] t = {0.2, 0.5, 0.3, 0.3, 0.3, 0.4};
    double expected = (0.2 * Math.log(2) + 0.5 * Math.log(5.0 / 7) + 0.3 * Math.log(1.5)) / 2;

    assertThat(value(output("KULLBACK_LEIBLER_DIVERGENCE"), P, t)).isWithin(1e-9).of(expected);
  }

  @Test
  void takesClassNumbers() {
    assertThat(value(output("SPARSE_CATEGORICAL_CROSSENTROPY"), P, 1, 2))
        .isWithin(1e-7)
        .of(-(Math.log(0.7) + Math.log(0.4)) / 2);
  }

  @Test
  void makesSharesOfWhatDoesNotSumToOne() {
    double[] doubled = new double[P.length];
    for (int i = 0; i < P.length; i++) {
      doubled[i] = 2 * P[i];
    }

    assertThat(value(output("CATEGORICAL_CROSSENTROPY"), doubled, T))
        .isWithin(1e-7)
        .of(-(Math.log(0.7) + Math.log(0.4)) / 2);
  }

  @Test
  @Tag("C9")
  void takesAFormula() {
    Mention penalty =
        Mentions.of("Output", "formula", "(1 + 98 * target) * abs(target - prediction)");

    assertThat(value(penalty, P, T))
        .isWithin(1e-9)
        .of((0.1 + 99 * 0.3 + 0.2 + 0.3 + 0.3 + 99 * 0.6) / 6);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void isOneNumberForEachExample(Loss loss) {
    Mention output = output(loss.name());
    Lowered lowered = Lowered.toTrain();
    Shape shape = Shape.of(2, 3);
    Shape target = Losses.targetShape("y", shape, output, new Problems()).orElseThrow();

    Value value = Losses.lower(output, Value.of("p", shape), Value.of("t", target), lowered);

    assertWithMessage(lowered.toString()).that(value.shape()).isEqualTo(Shape.of());
    assertThat(value.batched()).isTrue();
  }

  @Test
  void fusesASoftmaxWithItsCrossEntropy() {
    assertThat(behind("softmax", "CATEGORICAL_CROSSENTROPY"))
        .isEqualTo(
            """
            p [b, 3] = softmax(z)
            crossEntropy [b] = softmaxCrossEntropy(z, p, t)
            """);
  }

  @Test
  void fusesASigmoidWithItsCrossEntropy() {
    assertThat(behind("sigmoid", "BINARY_CROSSENTROPY"))
        .isEqualTo(
            """
            p [b, 3] = sigmoid(x)(z)
            terms [b, 3] = softplus(z) - z * t(z, t)
            sum [b] = sum<0>(terms)
            loss [b] = sum / 3(sum)
            """);
  }

  @Test
  void takesLogSoftmaxAsItIs() {
    assertThat(behind("logSoftmax", "CATEGORICAL_CROSSENTROPY"))
        .isEqualTo(
            """
            p [b, 3] = logSoftmax(z)
            terms [b, 3] = -t * p(p, t)
            sum [b] = sum<0>(terms)
            """);
  }

  @Test
  void appliesTheSoftmaxToLogits() {
    Mention output = output("CATEGORICAL_CROSSENTROPY", "fromLogits", true);
    Value z = Value.of("z", Shape.of(3));
    Value t = Value.of("t", Shape.of(3));
    Lowered lowered = Lowered.toTrain();

    Losses.lower(output, z, t, lowered);

    assertThat(lowered.toString())
        .isEqualTo(
            """
            softmax [b, 3] = softmax(z)
            crossEntropy [b] = softmaxCrossEntropy(z, softmax, t)
            """);
  }

  @Test
  void staysFiniteForAnyLogit() {
    Mention output = output("BINARY_CROSSENTROPY", "fromLogits", true);

    assertThat(
            value(output, new double[] {1000, -1000, 0, 0, 0, 0}, new double[] {0, 1, 0, 0, 0, 0}))
        .isWithin(1e-9)
        .of((2000 + 4 * Math.log(2)) / 6);
  }

  private static String behind(String activation, String loss) {
    Lowered lowered = Lowered.toTrain();
    Value z = Value.of("z", Shape.of(3));
    Value p =
        switch (activation) {
          case "softmax" -> lowered.emit("p", Softmax.SOFTMAX, z);
          case "logSoftmax" -> lowered.emit("p", Softmax.LOG_SOFTMAX, z);
          default -> lowered.emit("p", Activations.formulas().get("SIGMOID"), z);
        };
    Losses.lower(output(loss), p, Value.of("t", Shape.of(3)), lowered);
    return lowered.toString();
  }

  private static double value(Mention output, double[] prediction, double... target) {
    Value p = Value.of("p", Shape.of(2, 3));
    Value t = Value.of("t", target.length == 6 ? Shape.of(2, 3) : Shape.of(2));
    Lowered lowered = Lowered.toTrain();
    Value loss = Losses.lower(output, p, t, lowered);
    GraphInterpreter numbers = GraphInterpreter.of(1);
    numbers.put(p, prediction);
    numbers.put(t, target);
    numbers.run(lowered.equations());
    return numbers.get(loss)[0];
  }

  private static Mention output(String loss, Object... stated) {
    Object[] all = new Object[stated.length + 2];
    all[0] = "loss";
    all[1] = constant(loss);
    System.arraycopy(stated, 0, all, 2, stated.length);
    return Mentions.of("Output", all);
  }

  @Test
  void wantsTargetsOfTheShapeOfTheRow() {
    assertThat(target(output("MEAN_SQUARED_ERROR"), Shape.of(4, 5))).isEqualTo("[4, 5]");
    assertThat(target(output("SPARSE_CATEGORICAL_CROSSENTROPY"), Shape.of(10))).isEqualTo("[]");
  }

  @Test
  void acceptsWhatIsStatedRightly() {
    assertThat(
            target(
                output("CATEGORICAL_CROSSENTROPY", "classes", 10, "targetShape", list(10)),
                Shape.of(10)))
        .isEqualTo("[10]");
    assertThat(
            target(output("SPARSE_CATEGORICAL_CROSSENTROPY", "targetShape", list(1)), Shape.of(10)))
        .isEqualTo("[]");
  }

  @Test
  void wantsALoss() {
    assertThat(target(Mentions.of("Output"), Shape.of(3)))
        .startsWith("[OutputWithoutLoss] y [3] is an output without a loss");
  }

  @Test
  void wantsOneLoss() {
    assertThat(target(output("MEAN_SQUARED_ERROR", "formula", "prediction"), Shape.of(3)))
        .startsWith("[LossAndFormula] y has a loss and a formula");
  }

  @Test
  void refusesACategoricalLossOfOneClass() {
    assertThat(target(output("CATEGORICAL_CROSSENTROPY"), Shape.of(1)))
        .startsWith("[LossShape] CATEGORICAL_CROSSENTROPY tells classes apart, but y is [1]");
  }

  @Test
  void refusesALossAlongAnAxisThatIsNotThere() {
    assertThat(target(output("COSINE_PROXIMITY"), Shape.of()))
        .startsWith("[LossShape] COSINE_PROXIMITY works along an axis, but y [] has none");
  }

  @Test
  void comparesTheNumberOfClasses() {
    assertThat(target(output("CATEGORICAL_CROSSENTROPY", "classes", 9), Shape.of(10)))
        .startsWith("[ClassesMismatch] classes = 9, but y is [10]");
    assertThat(target(output("BINARY_CROSSENTROPY", "classes", 2), Shape.of(1)))
        .endsWith("one unit tells two classes apart: state classes = 1, or none");
  }

  @Test
  void knowsTheLossThatClassNumbersWant() {
    assertThat(target(output("CATEGORICAL_CROSSENTROPY", "targetShape", list(1)), Shape.of(10)))
        .isEqualTo(
            "[TargetShape] targets are stated to be [1], but y [10] with categorical_crossentropy"
                + " needs [10]\n"
                + "    for class numbers use SPARSE_CATEGORICAL_CROSSENTROPY");
    assertThat(
            target(
                output("SPARSE_CATEGORICAL_CROSSENTROPY", "targetShape", list(10)), Shape.of(10)))
        .endsWith("for one-hot targets use CATEGORICAL_CROSSENTROPY");
  }

  @Test
  void wantsFactorsAboveZero() {
    assertThat(target(output("MEAN_SQUARED_ERROR", "weight", 0.0), Shape.of(1)))
        .startsWith("[AttributeOutOfRange] weight = 0.0 is not above 0");
    assertThat(target(output("HUBER", "delta", -1.0), Shape.of(1)))
        .startsWith("[AttributeOutOfRange] delta = -1.0 is not above 0");
  }

  @Test
  void warnsOfAttributesThatTheLossDoesNotUse() {
    assertThat(target(output("MEAN_SQUARED_ERROR", "delta", 2.0), Shape.of(1)))
        .startsWith("[IdleAttribute] MEAN_SQUARED_ERROR does not use delta");
    assertThat(target(output("HINGE", "fromLogits", true), Shape.of(1)))
        .startsWith("[IdleAttribute] HINGE does not use fromLogits");
  }

  @Test
  void readsTheFormula() {
    assertThat(target(Mentions.of("Output", "formula", "targets - prediction"), Shape.of(1)))
        .startsWith("[FormulaName] the formula is not about targets");
    assertThat(target(Mentions.of("Output", "formula", "square(target)"), Shape.of(1)))
        .startsWith("[FormulaConstant] the loss of y does not depend on the prediction");
    assertThat(target(Mentions.of("Output", "formula", ""), Shape.of(1)))
        .startsWith("[FormulaSyntax] the formula is empty");
  }

  private static String target(Mention output, Shape shape) {
    Problems problems = new Problems();
    Optional<Shape> target = Losses.targetShape("y", shape, output, problems);
    return problems.all().isEmpty()
        ? target.map(Shape::toString).orElse("nothing")
        : problems.all().stream().map(it -> it.message()).collect(joining("\n"));
  }
}
