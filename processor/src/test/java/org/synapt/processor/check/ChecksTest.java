package org.synapt.processor.check;

import static com.google.common.truth.Truth.assertThat;
import static java.util.stream.Collectors.joining;
import static org.synapt.processor.layer.Mentions.constant;
import static org.synapt.processor.layer.Mentions.list;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.annotations.ActivationFunction;
import org.synapt.annotations.Loss;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.layer.Layers;
import org.synapt.processor.layer.Mentions;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.OutputEntry;
import org.synapt.processor.shape.Shape;

final class ChecksTest {
  private final List<Entry> entries = new ArrayList<>();

  ChecksTest() {
    row(Mentions.of("Input", "shape", list(4)), Shape.of(4));
  }

  @ParameterizedTest
  @CsvSource({
    "SOFTMAX, CATEGORICAL_CROSSENTROPY",
    "LOG_SOFTMAX, CATEGORICAL_CROSSENTROPY",
    "SOFTMAX, SPARSE_CATEGORICAL_CROSSENTROPY",
    "SIGMOID, BINARY_CROSSENTROPY",
    "HARD_SIGMOID, BINARY_CROSSENTROPY",
    "LINEAR, MEAN_SQUARED_ERROR",
    "SIGMOID, MEAN_SQUARED_ERROR",
    "TANH, HINGE",
    "LINEAR, SQUARED_HINGE",
    "EXPONENTIAL, POISSON",
    "SOFTMAX, KULLBACK_LEIBLER_DIVERGENCE",
  })
  void saysNothingOfALossThatFits(String activation, String loss) {
    dense(activation);

    assertThat(said(output(loss, false))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LINEAR, CATEGORICAL_CROSSENTROPY, needs shares that sum to 1",
    "SIGMOID, CATEGORICAL_CROSSENTROPY, needs shares that sum to 1",
    "RELU, SPARSE_CATEGORICAL_CROSSENTROPY, needs shares that sum to 1",
    "LINEAR, BINARY_CROSSENTROPY, needs probabilities from 0 to 1",
    "SOFTMAX, BINARY_CROSSENTROPY, needs probabilities from 0 to 1",
    "RELU, BINARY_CROSSENTROPY, needs probabilities from 0 to 1",
    "SIGMOID, HINGE, tells targets -1 and 1 apart",
    "LINEAR, POISSON, needs a prediction above 0",
    "TANH, KULLBACK_LEIBLER_DIVERGENCE, compares numbers from 0 to 1",
  })
  void warnsOfALossThatDoesNotFit(String activation, String loss, String need) {
    dense(activation);

    assertThat(said(output(loss, false))).startsWith("[LossMismatch] ");
    assertThat(said(output(loss, false))).contains(need);
  }

  /** Every activation that fits a loss, but for formulas, of which nothing is known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MEAN_SQUARED_ERROR | LINEAR SIGMOID HARD_SIGMOID TANH SOFTSIGN SOFTPLUS EXPONENTIAL ELU SELU"
            + " LEAKY_RELU SWISH GELU MISH LOG_SOFTMAX",
        "MEAN_ABSOLUTE_ERROR | LINEAR SIGMOID HARD_SIGMOID TANH SOFTSIGN SOFTPLUS EXPONENTIAL ELU"
            + " SELU LEAKY_RELU SWISH GELU MISH LOG_SOFTMAX",
        "MEAN_ABSOLUTE_PERCENTAGE_ERROR | LINEAR SIGMOID HARD_SIGMOID TANH SOFTSIGN SOFTPLUS"
            + " EXPONENTIAL ELU SELU LEAKY_RELU SWISH GELU MISH LOG_SOFTMAX",
        "MEAN_SQUARED_LOGARITHMIC_ERROR | LINEAR SIGMOID HARD_SIGMOID TANH SOFTSIGN SOFTPLUS"
            + " EXPONENTIAL ELU SELU LEAKY_RELU SWISH GELU MISH",
        "LOG_COSH | LINEAR SIGMOID HARD_SIGMOID TANH SOFTSIGN SOFTPLUS EXPONENTIAL ELU SELU"
            + " LEAKY_RELU SWISH GELU MISH LOG_SOFTMAX",
        "HUBER | LINEAR SIGMOID HARD_SIGMOID TANH SOFTSIGN SOFTPLUS EXPONENTIAL ELU SELU"
            + " LEAKY_RELU SWISH GELU MISH LOG_SOFTMAX",
        "HINGE | LINEAR TANH SOFTSIGN ELU SELU LEAKY_RELU SWISH GELU MISH",
        "SQUARED_HINGE | LINEAR TANH SOFTSIGN ELU SELU LEAKY_RELU SWISH GELU MISH",
        "CATEGORICAL_CROSSENTROPY | SOFTMAX LOG_SOFTMAX",
        "SPARSE_CATEGORICAL_CROSSENTROPY | SOFTMAX LOG_SOFTMAX",
        "BINARY_CROSSENTROPY | SIGMOID HARD_SIGMOID",
        "KULLBACK_LEIBLER_DIVERGENCE | SIGMOID HARD_SIGMOID SOFTMAX",
        "POISSON | SIGMOID HARD_SIGMOID SOFTMAX SOFTPLUS EXPONENTIAL",
      })
  void knowsWhichActivationsFitALoss(String loss, String fitting) {
    List<String> silent = new ArrayList<>();
    for (ActivationFunction activation : ActivationFunction.values()) {
      if (activation != ActivationFunction.OF_BLOCK) {
        entries.subList(1, entries.size()).clear();
        dense(activation.name());
        if (said(output(loss, false)).isEmpty()) {
          silent.add(activation.name());
        }
      }
    }

    assertThat(silent).containsExactlyElementsIn(fitting.split(" "));
  }

  @ParameterizedTest
  @EnumSource(
      value = Loss.class,
      names = {"CATEGORICAL_HINGE", "COSINE_PROXIMITY"})
  void knowsNothingAgainstAnActivationInFrontOfOthers(Loss loss) {
    for (String activation : List.of("LINEAR", "RELU", "SOFTMAX", "TANH")) {
      entries.subList(1, entries.size()).clear();
      dense(activation);

      assertThat(said(output(loss.name(), false))).isEmpty();
    }
  }

  @Test
  @Tag("C6")
  @Tag("C7")
  void warnsOfSquaredErrorBehindASoftmax() {
    dense("SOFTMAX");

    assertThat(said(output("MEAN_SQUARED_ERROR", false)))
        .isEqualTo(
            "[RegressionLossOnClasses] mean_squared_error measures distances between numbers, but"
                + " row1 is softmax\n"
                + "    use CATEGORICAL_CROSSENTROPY, which is steep where the prediction is surely"
                + " wrong");
  }

  @Test
  @Tag("F1")
  void saysNothingOfTwoSigmoidsInFrontOfASoftmax() {
    dense("SIGMOID");
    dense("SIGMOID");
    dense("SOFTMAX");

    assertThat(said(output("CATEGORICAL_CROSSENTROPY", false))).isEmpty();
  }

  @ParameterizedTest
  @Tag("F1")
  @CsvSource({
    "SIGMOID SIGMOID SIGMOID, 1/64",
    "SIGMOID HARD_SIGMOID SIGMOID, 1/96",
    "SIGMOID TANH SIGMOID LINEAR SIGMOID, 1/64",
    "TANH TANH SOFTSIGN TANH SIGMOID, 1/4",
  })
  void warnsOfActivationsThatSaturateOneOnTheOther(String activations, String share) {
    for (String activation : activations.split(" ")) {
      dense(activation);
    }
    dense("LINEAR");

    assertThat(said(output("MEAN_SQUARED_ERROR", false)))
        .contains("their slopes let at most %s of a gradient pass".formatted(share));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TANH TANH TANH TANH", "SIGMOID SIGMOID RELU SIGMOID SIGMOID"})
  void saysNothingOfFewOfThem(String activations) {
    for (String activation : activations.split(" ")) {
      dense(activation);
    }
    dense("LINEAR");

    assertThat(said(output("MEAN_SQUARED_ERROR", false))).isEmpty();
  }

  @Test
  void theActivationOfAnOutputDoesNotSaturateItsRow() {
    dense("SIGMOID");
    dense("SIGMOID");
    dense("SIGMOID");

    assertThat(said(output("BINARY_CROSSENTROPY", false))).isEmpty();
  }

  @Test
  void aRowThatOthersTakeTooIsAWayAround() {
    dense("SIGMOID");
    dense("SIGMOID");
    dense("SIGMOID");
    row(Mentions.of("Add"), Shape.of(3), "row2", "row3");
    dense("LINEAR");

    assertThat(said(output("MEAN_SQUARED_ERROR", false))).isEmpty();
  }

  @Test
  @Tag("F8")
  void warnsOfLinearLayersInARow() {
    dense("LINEAR");
    dense("LINEAR");

    assertThat(said(output("MEAN_SQUARED_ERROR", false)))
        .isEqualTo(
            "[LinearStack] row1 has no activation, so that row1 and row2 together are no more"
                + " than one dense layer\n"
                + "    give row1 one, such as RELU, or leave it out");
  }

  @Test
  @Tag("F8")
  void dropoutLeavesLinearLayersLinear() {
    dense("LINEAR");
    row(Mentions.of("Dropout", "rate", 0.5), Shape.of(3));
    dense("RELU");
    dense("LINEAR");

    assertThat(said(output("MEAN_SQUARED_ERROR", false))).startsWith("[LinearStack] row1 ");
  }

  @Test
  void saysNothingOfANarrowLayerBetweenWideOnes() {
    row(Mentions.of("Dense", "units", 2), Shape.of(2));
    dense("LINEAR");

    assertThat(said(output("MEAN_SQUARED_ERROR", false))).isEmpty();
  }

  @Test
  @Tag("L9")
  void warnsOfDropoutInFrontOfTheActivationOfAnOutput() {
    dense("LINEAR");
    row(Mentions.of("Dropout", "rate", 0.5), Shape.of(3));
    row(Mentions.of("Activation", "value", constant("SOFTMAX")), Shape.of(3));

    assertThat(said(output("CATEGORICAL_CROSSENTROPY", false)))
        .startsWith(
            "[DropoutOnOutput] row3 is an output, but training drops a share of it in row2");
  }

  @Test
  @Tag("L9")
  void saysNothingOfDropoutInFrontOfTheLastLayer() {
    dense("RELU");
    row(Mentions.of("Dropout", "rate", 0.5), Shape.of(3));
    dense("SOFTMAX");

    assertThat(said(output("CATEGORICAL_CROSSENTROPY", false))).isEmpty();
  }

  @Test
  @Tag("F4")
  void warnsOfReluThatStartsNearNothing() {
    relu(Mentions.initialize("RANDOM_UNIFORM"));
    relu(Mentions.initialize("RANDOM_UNIFORM"));
    relu(Mentions.initialize("RANDOM_UNIFORM"));
    dense("LINEAR");

    // 0.05 / √3 is 0.02887; of √(2 / 4) that is 1/24.5, twice of √(2 / 3) 1/28.3: 1/600 at two
    // rows.
    assertThat(said(output("MEAN_SQUARED_ERROR", false)))
        .isEqualTo(
            "[SmallInitializer] row1, row2 start so small that 1/693 of a signal passes\n"
                + "    use kernelInitializer = @Initialize(HE_NORMAL): of 4 values a relu wants"
                + " weights of about 0.71, those of row1 are of about 0.029");
  }

  @Test
  void saysNothingOfOneSmallRowNorOfInitializersThatFitThemselves() {
    relu(Mentions.initialize("RANDOM_UNIFORM"));
    relu(Mentions.initialize("GLOROT_UNIFORM"));
    relu(Mentions.initialize("ORTHOGONAL", "gain", 0.1));
    dense("LINEAR");

    assertThat(said(output("MEAN_SQUARED_ERROR", false))).isEmpty();
  }

  @Test
  void saysNothingOfHowFrozenLayersStart() {
    for (int i = 0; i < 3; i++) {
      row(
          Mentions.of(
              "Dense",
              "units",
              3,
              "activation",
              constant("SIGMOID"),
              "kernelInitializer",
              Mentions.initialize("ZEROS"),
              "trainable",
              false),
          Shape.of(3));
    }
    row(
        Mentions.of(
            "Dense",
            "units",
            3,
            "activation",
            constant("RELU"),
            "kernelInitializer",
            Mentions.initialize("ZEROS"),
            "trainable",
            false),
        Shape.of(3));
    row(Mentions.of("Dense", "units", 3, "trainable", false), Shape.of(3));
    dense("LINEAR");

    assertThat(said(output("MEAN_SQUARED_ERROR", false))).isEmpty();
  }

  @Test
  void asksHowRowsWorkTogetherOnlyIfNothingIsWrong() {
    dense("LINEAR");
    dense("LINEAR");
    Problems problems = new Problems();
    problems.add(Code.UnknownOperand, Origin.NOWHERE, "something", "else");

    check(problems, output("MEAN_SQUARED_ERROR", false));

    assertThat(problems.all()).hasSize(1);
  }

  @Test
  void saysWhatItMeans() {
    dense("LINEAR");

    assertThat(said(output("CATEGORICAL_CROSSENTROPY", false)))
        .isEqualTo(
            "[LossMismatch] categorical_crossentropy needs shares that sum to 1, but row1 is"
                + " linear\n"
                + "    use activation = SOFTMAX, or state fromLogits = true");
  }

  @Test
  void takesLinearRowsAsLogitsIfTold() {
    dense("LINEAR");

    assertThat(said(output("CATEGORICAL_CROSSENTROPY", true))).isEmpty();
    assertThat(said(output("BINARY_CROSSENTROPY", true))).isEmpty();
  }

  @Test
  void warnsOfLogitsThatAreActivated() {
    dense("SOFTMAX");

    assertThat(said(output("CATEGORICAL_CROSSENTROPY", true)))
        .startsWith(
            "[LossMismatch] categorical_crossentropy is to apply the activation itself, but row1"
                + " is softmax");
  }

  @Test
  void looksThroughLayersThatOnlyRearrange() {
    dense("SIGMOID");
    row(Mentions.of("Flatten"), Shape.of(3));
    row(Mentions.of("Activation", "value", constant("LINEAR")), Shape.of(3));

    assertThat(said(output("BINARY_CROSSENTROPY", false))).isEmpty();
    assertThat(said(output("CATEGORICAL_CROSSENTROPY", false))).contains("row3 is sigmoid");
  }

  @Test
  void saysNothingWhereItDoesNotKnow() {
    row(Mentions.of("Formula", "value", "row0"), Shape.of(4));

    assertThat(said(output("CATEGORICAL_CROSSENTROPY", false))).isEmpty();
  }

  @Test
  void warnsOfDenseOnAnImage() {
    row(Mentions.of("Reshape", "targetShape", list(2, 2, 1)), Shape.of(2, 2, 1));
    row(Mentions.of("Dense", "units", 3), Shape.of(2, 2, 3));

    assertThat(said())
        .startsWith(
            "[DenseOnImage] row2 is dense on the last axis of row1 [2, 2, 1] alone and gives"
                + " [2, 2, 3]");
  }

  @Test
  void warnsOfTheFirstOfSeveralOnly() {
    row(Mentions.of("Reshape", "targetShape", list(2, 2, 1)), Shape.of(2, 2, 1));
    row(Mentions.of("Dense", "units", 3, "activation", constant("RELU")), Shape.of(2, 2, 3));
    row(Mentions.of("Dropout", "rate", 0.5), Shape.of(2, 2, 3));
    row(Mentions.of("Dense", "units", 2), Shape.of(2, 2, 2));

    assertThat(problems().all()).hasSize(1);
  }

  @Test
  void saysNothingOfDenseOnASequence() {
    row(Mentions.of("Reshape", "targetShape", list(2, 2)), Shape.of(2, 2));
    row(Mentions.of("Dense", "units", 3), Shape.of(2, 3));

    assertThat(said()).isEmpty();
  }

  @Test
  void warnsOfAnOutputThatIsDropped() {
    dense("LINEAR");
    row(Mentions.of("Dropout", "rate", 0.5), Shape.of(3));

    assertThat(said(output("MEAN_SQUARED_ERROR", false)))
        .startsWith("[DropoutOnOutput] row2 is an output, but training drops a share of it");
  }

  private void dense(String activation) {
    row(Mentions.of("Dense", "units", 3, "activation", constant(activation)), Shape.of(3));
  }

  private void relu(Mention initializer) {
    row(
        Mentions.of(
            "Dense", "units", 3, "activation", constant("RELU"), "kernelInitializer", initializer),
        Shape.of(3));
  }

  /** Adds a row that takes the one above. */
  private void row(Mention layer, Shape shape) {
    row(
        layer,
        shape,
        entries.isEmpty() ? new String[0] : new String[] {"row" + (entries.size() - 1)});
  }

  private void row(Mention layer, Shape shape, String... operands) {
    String name = "row" + entries.size();
    entries.add(
        new Entry(
            name,
            Layers.named(layer.name()).orElseThrow(),
            layer,
            List.of(operands),
            shape,
            name,
            List.of(),
            name));
  }

  private OutputEntry output(String loss, boolean fromLogits) {
    Entry last = entries.get(entries.size() - 1);
    return new OutputEntry(
        last.name(),
        last.name(),
        last.shape(),
        last.shape(),
        Mentions.of("Output", "loss", constant(loss), "fromLogits", fromLogits));
  }

  private String said(OutputEntry... outputs) {
    return problems(outputs).all().stream().map(it -> it.message()).collect(joining("\n"));
  }

  private Problems problems(OutputEntry... outputs) {
    return check(new Problems(), outputs);
  }

  private Problems check(Problems problems, OutputEntry... outputs) {
    Declaration declaration = new Declaration("p", List.of("Net"), List.of(), Origin.NOWHERE);
    Model model = new Model(declaration, entries, List.of(outputs));
    Checks.check(model, problems);
    return problems;
  }
}
