package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.synapt.buffer.Buffer;
import org.synapt.network.Network;
import org.synapt.network.Parameter;
import org.synapt.network.PredictionPass;
import org.synapt.network.Seed;
import org.synapt.network.TrainingPass;
import org.synapt.processor.gradient.Differentiation;
import org.synapt.processor.gradient.TrainingGraph;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.GraphInterpreter;
import org.synapt.processor.graph.LossValue;
import org.synapt.processor.graph.Value;

/**
 * Compares a generated network, which computes with floats, with its graphs in double precision.
 */
final class Comparison {
  private static final int BATCH = 3;
  private static final int CAPACITY = 5;
  private static final long STEP = 4;
  private static final double TOLERANCE = 2e-5;

  private final Network network;
  private final Graph predicting;
  private final Graph graph;
  private GraphInterpreter drawn = GraphInterpreter.of(BATCH);

  Comparison(Network network, Graph predicting, Graph training) {
    this.network = network;
    this.predicting = predicting;
    this.graph = training;
  }

  /** Draws parameters and data, as floats hold them. */
  void draw(Random random) {
    drawn = GraphInterpreter.of(BATCH).drawNetwork(graph, random);
    for (Value value : graph.fed()) {
      drawn.put(value, rounded(drawn.get(value)));
    }
    for (Value value : graph.parameters()) {
      drawn.put(value, rounded(drawn.get(value)));
      network.parameter(value.name()).set(floats(drawn.get(value)));
    }
    for (int i = 0; i < graph.losses().size(); i++) {
      double[] shares = new double[BATCH];
      Arrays.fill(shares, network.signature().outputs().get(i).weight() / BATCH);
      drawn.put(graph.losses().get(i).share(), shares);
    }
  }

  private GraphInterpreter interpreter(boolean dropout) {
    Seed seed = network.seed().stream(STEP);
    GraphInterpreter interpreter =
        GraphInterpreter.of(BATCH, stream -> seed.stream(stream).value(), dropout);
    graph.fed().forEach(value -> interpreter.put(value, drawn.get(value)));
    graph.parameters().forEach(value -> interpreter.put(value, drawn.get(value)));
    return interpreter;
  }

  void comparePrediction() {
    GraphInterpreter interpreter = interpreter(false);
    interpreter.run(predicting.equations());
    PredictionPass pass = network.prediction(CAPACITY);
    put(pass.inputs(), graph.inputs());
    pass.forward(BATCH);
    compare(pass.outputs(), predicting.outputs(), interpreter);
    predicting
        .rows()
        .forEach(
            (row, value) -> {
              put(pass.inputs(), graph.inputs());
              compare("the row " + row, pass.value(row, BATCH), interpreter.get(value));
            });
  }

  void compareTraining(boolean dropout) {
    TrainingGraph training = Differentiation.of(graph);
    GraphInterpreter interpreter = interpreter(dropout);
    interpreter.run(graph.equations());
    interpreter.run(training.backward());
    interpreter.run(training.towardsInputs());
    TrainingPass pass = network.training(CAPACITY);
    put(pass.inputs(), graph.inputs());
    put(pass.targets(), graph.targets());
    pass.training(dropout);
    pass.step(STEP);
    pass.share(BATCH);
    pass.forward(BATCH);
    compare(pass.outputs(), graph.outputs(), interpreter);
    pass.backward(BATCH);
    compare("the loss", new float[] {pass.loss(BATCH)}, interpreter.loss(graph));
    compareLosses(pass, interpreter);
    compareGradients(training, interpreter);
    compareStatistics(interpreter);
  }

  /** What the pass itself has moved, as the interpreter has in its numbers. */
  private void compareStatistics(GraphInterpreter interpreter) {
    for (Value value : graph.untrained()) {
      compare(value.name(), network.parameter(value.name()).get(), interpreter.get(value));
    }
  }

  private void compareLosses(TrainingPass pass, GraphInterpreter interpreter) {
    for (int i = 0; i < graph.losses().size(); i++) {
      LossValue loss = graph.losses().get(i);
      compare(
          loss.value().name(),
          new float[] {pass.loss(i, BATCH)},
          Arrays.stream(interpreter.get(loss.value())).average().orElseThrow());
    }
  }

  private void compareGradients(TrainingGraph training, GraphInterpreter interpreter) {
    for (Parameter parameter : network.parameters()) {
      if (!parameter.trained()) {
        continue;
      }
      Value value =
          graph.trained().stream()
              .filter(each -> each.name().equals(parameter.name()))
              .findFirst()
              .orElseThrow();
      compare(
          "the gradient of " + parameter,
          read(parameter.gradient(), parameter.size()),
          interpreter.get(training.gradients().get(value)));
    }
  }

  private void put(List<Buffer> buffers, List<Value> values) {
    assertWithMessage("buffers of %s", values).that(buffers).hasSize(values.size());
    for (int i = 0; i < buffers.size(); i++) {
      float[] numbers = floats(drawn.get(values.get(i)));
      buffers.get(i).put(0, numbers, 0, numbers.length);
    }
  }

  private void compare(List<Buffer> buffers, List<Value> values, GraphInterpreter interpreter) {
    assertWithMessage("buffers of %s", values).that(buffers).hasSize(values.size());
    for (int i = 0; i < buffers.size(); i++) {
      Value value = values.get(i);
      compare(value.name(), read(buffers.get(i), interpreter.size(value)), interpreter.get(value));
    }
  }

  static void compare(String what, float[] actual, double... expected) {
    assertWithMessage("how many floats %s has", what)
        .that(actual.length)
        .isEqualTo(expected.length);
    double scale = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(actual[i] - expected[i]) <= TOLERANCE * scale)) {
        assertWithMessage("%s [%s] of %s", what, i, Arrays.toString(actual))
            .that((double) actual[i])
            .isWithin(TOLERANCE * scale)
            .of(expected[i]);
      }
    }
  }

  private static float[] read(Buffer buffer, int size) {
    float[] numbers = new float[size];
    buffer.get(0, numbers, 0, size);
    return numbers;
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    IntStream.range(0, floats.length).forEach(i -> floats[i] = (float) numbers[i]);
    return floats;
  }

  private static double[] rounded(double[] numbers) {
    return Arrays.stream(numbers).map(number -> (float) number).toArray();
  }
}
