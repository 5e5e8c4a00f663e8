package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.constant;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.graph.GraphInterpreter;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/** Every loss against figures that Keras publishes. */
final class PublishedLossesTest {

  /** The examples in Keras's documentation of {@code losses}, rounded as they are there. */
  @ParameterizedTest
  @Tag("C2")
  @Tag("C3")
  @Tag("C4")
  @Tag("C5")
  @CsvSource({
    "BINARY_CROSSENTROPY, 0.6 0.4 0.4 0.6, 0 1 0 0, 0.815",
    "HUBER, 0.6 0.4 0.4 0.6, 0 1 0 0, 0.155",
    "CATEGORICAL_HINGE, 0.6 0.4 0.4 0.6, 0 1 0 0, 1.4",
    "HINGE, 0.6 0.4 0.4 0.6, -1 1 -1 -1, 1.3",
    "SQUARED_HINGE, 0.6 0.4 0.4 0.6, -1 1 -1 -1, 1.86",
    "MEAN_SQUARED_ERROR, 1 1 1 0, 0 1 0 0, 0.5",
    "MEAN_ABSOLUTE_ERROR, 1 1 1 0, 0 1 0 0, 0.5",
    "MEAN_ABSOLUTE_PERCENTAGE_ERROR, 1 1 1 0, 2 1 2 3, 50",
    "MEAN_SQUARED_LOGARITHMIC_ERROR, 1 1 1 0, 0 1 0 0, 0.240",
    "POISSON, 1 1 0 0, 0 1 0 0, 0.5",
    "LOG_COSH, 1 1 0 0, 0 1 0 0, 0.108",
    "COSINE_PROXIMITY, 1 0 1 1, 0 1 1 1, -0.5",
  })
  void givesTheExamplesOfKerassDocumentation(
      String loss, String predictions, String targets, double expected) {
    assertThat(value(output(loss), Shape.of(2, 2), Shape.of(2, 2), predictions, targets))
        .isWithin(5.1e-4)
        .of(expected);
  }

  /** Keras 3, {@code losses_test.py}, the test_unweighted of each. */
  @ParameterizedTest
  @Tag("C3")
  @Tag("C4")
  @Tag("C5")
  @CsvSource({
    "MEAN_SQUARED_ERROR, 49.5",
    "MEAN_ABSOLUTE_ERROR, 5.5",
    "MEAN_ABSOLUTE_PERCENTAGE_ERROR, 211.8518",
    "MEAN_SQUARED_LOGARITHMIC_ERROR, 1.4370",
  })
  void givesTheFiguresOfKerassTests(String loss, double expected) {
    Shape shape = Shape.of(2, 3);

    assertThat(value(output(loss), shape, shape, "4 8 12 8 1 3", "1 9 2 -5 -2 6"))
        .isWithin(1e-3)
        .of(expected);
  }

  /** Keras 3, {@code losses_test.py}: the data of KLDivergenceTest and the formula beside them. */
  @Test
  @Tag("C5")
  void divergesAsKerassTestDoes() {
    Shape shape = Shape.of(2, 3);
    double expected =
        (0.5 * Math.log(0.5 / 0.4)
                + 0.8 * Math.log(0.8 / 0.9)
                + 0.7 * Math.log(0.7 / 0.36)
                + 0.43 * Math.log(0.43 / 0.3)
                + 0.8 * Math.log(0.8 / 0.4))
            / 2;

    assertThat(
            value(
                output("KULLBACK_LEIBLER_DIVERGENCE"),
                shape,
                shape,
                "0.4 0.9 0.12 0.36 0.3 0.4",
                "0.5 0.8 0.12 0.7 0.43 0.8"))
        .isWithin(1e-9)
        .of(expected);
  }

  /** Keras 3, {@code losses_test.py}: BinaryCrossentropyTest. */
  @Test
  @Tag("C2")
  void givesTheBinaryCrossEntropiesOfKerassTests() {
    Shape shape = Shape.of(3, 3);

    assertThat(
            value(
                output("BINARY_CROSSENTROPY"),
                shape,
                shape,
                "0.9 0.1 0.2 0.3 0.8 0.1 0.1 0.2 0.7",
                "1 0 0 0 1 0 0 0 1"))
        .isWithin(1e-6)
        .of(0.20046903);
    assertThat(
            value(
                output("BINARY_CROSSENTROPY", "fromLogits", true),
                Shape.of(2, 3),
                Shape.of(2, 3),
                "10 -10 10 10 10 -10",
                "1 0 1 0 1 1"))
        .isWithin(1e-4)
        .of(3.3333);
  }

  /**
   * Keras 3, {@code losses_test.py}: CategoricalCrossentropyTest, with and without logits, cut to
   * four digits.
   */
  @ParameterizedTest
  @Tag("C1")
  @CsvSource({
    "false, 0.9 0.05 0.05 0.5 0.89 0.6 0.05 0.01 0.94, 0.3239",
    "true, 8 1 1 0 9 1 2 3 5, 0.0573",
  })
  void givesTheCategoricalCrossEntropiesOfKerassTests(
      boolean logits, String predictions, double expected) {
    Shape shape = Shape.of(3, 3);

    assertThat(
            value(
                output("CATEGORICAL_CROSSENTROPY", "fromLogits", logits),
                shape,
                shape,
                predictions,
                "1 0 0 0 1 0 0 0 1"))
        .isWithin(1e-4)
        .of(expected);
    assertThat(
            value(
                output("SPARSE_CATEGORICAL_CROSSENTROPY", "fromLogits", logits),
                shape,
                Shape.of(3),
                predictions,
                "0 1 2"))
        .isWithin(1e-4)
        .of(expected);
  }

  /** The documentation of {@code categorical_crossentropy} and its sparse form. */
  @Test
  @Tag("C1")
  void givesTheCategoricalCrossEntropyOfKerassDocumentation() {
    String p = "0.05 0.95 0 0.1 0.8 0.1";

    assertThat(
            value(
                output("CATEGORICAL_CROSSENTROPY"),
                Shape.of(2, 3),
                Shape.of(2, 3),
                p,
                "0 1 0 0 0 1"))
        .isWithin(5e-4)
        .of(1.177);
    assertThat(
            value(output("SPARSE_CATEGORICAL_CROSSENTROPY"), Shape.of(2, 3), Shape.of(2), p, "1 2"))
        .isWithin(5e-4)
        .of(1.177);
  }

  private static double value(
      Mention output, Shape shape, Shape targetShape, String predictions, String targets) {
    Value p = Value.of("p", shape);
    Value t = Value.of("t", targetShape);
    Lowered lowered = Lowered.toTrain();
    Value loss = Losses.lower(output, p, t, lowered);
    GraphInterpreter numbers = GraphInterpreter.of(1);
    numbers.put(p, doubles(predictions));
    numbers.put(t, doubles(targets));
    numbers.run(lowered.equations());
    return numbers.get(loss)[0];
  }

  private static double[] doubles(String text) {
    return Stream.of(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static Mention output(String loss, Object... stated) {
    Object[] all = new Object[stated.length + 2];
    all[0] = "loss";
    all[1] = constant(loss);
    System.arraycopy(stated, 0, all, 2, stated.length);
    return Mentions.of("Output", all);
  }
}
