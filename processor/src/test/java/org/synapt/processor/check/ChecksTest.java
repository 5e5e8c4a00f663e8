package org.synapt.processor.check;

import static com.google.common.truth.Truth.assertThat;
import static java.util.stream.Collectors.joining;
import static org.synapt.processor.layer.Mentions.constant;
import static org.synapt.processor.layer.Mentions.list;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.declaration.Mention;
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
    "SOFTMAX, MEAN_SQUARED_ERROR",
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
    row(Mentions.of("Dense", "units", 3), Shape.of(2, 2, 3));
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

  /** Adds a row that takes the one above. */
  private void row(Mention layer, Shape shape) {
    String name = "row" + entries.size();
    List<String> operands = entries.isEmpty() ? List.of() : List.of("row" + (entries.size() - 1));
    entries.add(
        new Entry(
            name,
            Layers.named(layer.name()).orElseThrow(),
            layer,
            operands,
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
    Declaration declaration = new Declaration("p", List.of("Net"), List.of(), Origin.NOWHERE);
    Model model = new Model(declaration, entries, List.of(outputs));
    Problems problems = new Problems();
    Checks.all().forEach(check -> check.check(model, problems));
    return problems;
  }
}
