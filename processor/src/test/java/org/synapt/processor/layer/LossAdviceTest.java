package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.constant;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.gradient.Differentiation;
import org.synapt.processor.gradient.TrainingGraph;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.GraphInterpreter;
import org.synapt.processor.graph.Value;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.GraphBuilder;
import org.synapt.processor.shape.Shape;

/**
 * Why cross-entropy goes with softmax and sigmoid: where an answer is surely wrong, its gradient is
 * steep and that of squared error is flat.
 */
final class LossAdviceTest {

  @ParameterizedTest
  @Tag("C6")
  @Tag("C7")
  @CsvSource({"SIGMOID, BINARY_CROSSENTROPY", "SOFTMAX, CATEGORICAL_CROSSENTROPY"})
  void crossEntropyIsSteepWhereTheAnswerIsSurelyWrong(String activation, String crossEntropy) {
    double[] wrong = {10, -10};
    double[] target = {0, 1};

    double steep = Math.abs(gradient(activation, crossEntropy, wrong, target)[1]);
    double flat = Math.abs(gradient(activation, "MEAN_SQUARED_ERROR", wrong, target)[1]);

    assertThat(steep).isGreaterThan(0.49);
    assertThat(flat).isLessThan(1e-4);
  }

  @Test
  @Tag("C6")
  void crossEntropyPullsByHowWrongAProbabilityIs() {
    // 1 / (1 + exp(2)) is 0.1192, which should be 1; the mean of two numbers halves it.
    double[] gradient =
        gradient("SIGMOID", "BINARY_CROSSENTROPY", new double[] {-2, -2}, new double[] {1, 0});

    assertThat(gradient[0]).isWithin(1e-4).of((0.1192 - 1) / 2);
    assertThat(gradient[1]).isWithin(1e-4).of(0.1192 / 2);
  }

  @Test
  @Tag("C7")
  void squaredErrorPullsByTheErrorOfABareNumberAndAbsoluteErrorByItsSign() {
    double[] p = {10, -10};
    double[] t = {0, 1};

    assertThat(gradient("LINEAR", "MEAN_SQUARED_ERROR", p, t)).isEqualTo(new double[] {10, -11});
    assertThat(gradient("LINEAR", "MEAN_ABSOLUTE_ERROR", p, t)).isEqualTo(new double[] {0.5, -0.5});
  }

  /** The derivative of the loss by what goes into the activation. */
  private static double[] gradient(String activation, String loss, double[] at, double[] target) {
    Mention layer = Mentions.of("Activation", "value", constant(activation));
    Inferred inferred = Inferred.of(layer, Shape.of(2));
    List<Entry> entries = GradientsTest.inputs(inferred);
    entries.add(GradientsTest.entry("y", inferred, List.of("a")));
    Mention output = Mentions.of("Output", "loss", constant(loss));
    Graph graph = GraphBuilder.training(GradientsTest.model(entries, output));
    TrainingGraph training = Differentiation.of(graph);
    GraphInterpreter numbers = GraphInterpreter.of(1);
    Value input = graph.inputs().get(0);
    for (Value fed : graph.fed()) {
      double[] values = fed.equals(input) ? at : target;
      numbers.put(fed, numbers.size(fed) == 1 ? new double[] {1} : values);
    }
    numbers.run(graph.equations());
    numbers.run(training.backward());
    numbers.run(training.towardsInputs());
    return numbers.get(training.gradients().get(input));
  }
}
