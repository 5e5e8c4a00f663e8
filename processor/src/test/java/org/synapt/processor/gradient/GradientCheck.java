package org.synapt.processor.gradient;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.GraphInterpreter;
import org.synapt.processor.graph.LossValue;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Detach;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Gather;
import org.synapt.processor.op.Reduce;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.shape.Shape;

/**
 * Compares the gradients of a graph with central differences {@code (f(x + h) − f(x − h)) / 2h}.
 *
 * <p>The error of a central difference is about {@code h² f‴ / 6 + ε f / h}: 1e-10 for numbers near
 * 1 and h = 1e-5.
 */
public final class GradientCheck {
  private static final int BATCH = 3;
  private static final double H = 1e-5;
  private static final double TOLERANCE = 1e-7;

  private final Graph graph;
  private final GraphInterpreter interpreter = GraphInterpreter.of(BATCH);

  private GradientCheck(Graph graph) {
    this.graph = graph;
  }

  /** Checks every element of every trained parameter and input, at random numbers from a range. */
  public static void check(Graph graph, long seed, double low, double high) {
    GradientCheck check = new GradientCheck(graph);
    check.interpreter.draw(graph, new Random(seed), low, high);
    check.check();
  }

  /** Checks every element of every trained parameter and input of a whole network. */
  public static void checkNetwork(Graph graph, long seed) {
    GradientCheck check = new GradientCheck(graph);
    check.interpreter.drawNetwork(graph, new Random(seed));
    check.check();
  }

  private void check() {
    TrainingGraph training = Differentiation.of(graph);
    Map<Value, double[]> kept = new HashMap<>();
    graph.untrained().forEach(value -> kept.put(value, interpreter.get(value).clone()));
    interpreter.run(graph.equations());
    interpreter.run(training.backward());
    interpreter.run(training.towardsInputs());
    kept.forEach(interpreter::put);
    List<Value> ends = new ArrayList<>(graph.trained());
    ends.addAll(graph.inputs());
    ends.removeIf(this::namesRows);
    ends.forEach(end -> check(end, training.gradients()));
  }

  /** What tables are asked for has no gradient, and nothing between two of its numbers. */
  private boolean namesRows(Value end) {
    Set<Value> steps = GraphInterpreter.itsSteps(graph, end);
    return graph.equations().stream()
        .anyMatch(it -> it.op() instanceof Gather && steps.contains(it.operand(1)));
  }

  private void check(Value end, Map<Value, Value> gradients) {
    for (int i = 0; i < interpreter.size(end); i++) {
      double gradient = gradients.containsKey(end) ? interpreter.get(gradients.get(end))[i] : 0;
      double difference = difference(end, i);
      assertWithMessage("the derivative by %s[%s] in\n%s", end, i, graph)
          .that(gradient)
          .isWithin(TOLERANCE * Math.max(1, Math.abs(difference)))
          .of(difference);
    }
  }

  private double difference(Value end, int i) {
    double[] numbers = interpreter.get(end);
    double x = numbers[i];
    numbers[i] = x + H;
    double above = loss();
    numbers[i] = x - H;
    double below = loss();
    numbers[i] = x;
    return (above - below) / (2 * H);
  }

  private double loss() {
    GraphInterpreter fresh = GraphInterpreter.of(BATCH);
    graph.fed().forEach(value -> fresh.put(value, interpreter.get(value)));
    graph.parameters().forEach(value -> fresh.put(value, interpreter.get(value).clone()));
    graph.equations().forEach(equation -> run(equation, fresh));
    return fresh.loss(graph);
  }

  /** What gradients do not flow through stays as it was. */
  private void run(Equation equation, GraphInterpreter fresh) {
    if (equation.op() instanceof Detach) {
      fresh.put(equation.result(), interpreter.get(equation.result()));
    } else {
      fresh.run(List.of(equation));
    }
  }

  /**
   * The graph with a loss for everything that nobody takes: its sum, each element with a weight.
   */
  public static Graph weighted(Graph graph) {
    Set<Value> ends = new HashSet<>();
    graph.equations().forEach(equation -> ends.add(equation.result()));
    graph.equations().forEach(equation -> equation.operands().forEach(ends::remove));
    graph.penalties().forEach(ends::remove);
    List<Equation> equations = new ArrayList<>(graph.equations());
    List<LossValue> losses = new ArrayList<>();
    graph.equations().stream()
        .map(Equation::result)
        .filter(ends::contains)
        .forEach(end -> losses.add(weightedSum(end, equations)));
    return new Graph(
            graph.inputs(),
            graph.parameters(),
            equations,
            graph.rows(),
            graph.outputs(),
            losses,
            graph.untrained(),
            graph.penalties())
        .verify();
  }

  private static LossValue weightedSum(Value end, List<Equation> equations) {
    String row = end + ".loss";
    Value target = Value.of(end + ".target", end.shape());
    Value terms = Value.of(row + ".terms", end.shape());
    Value flat = Value.of(row + ".flat", Shape.of((int) end.shape().size()));
    Value loss = Value.of(row, Shape.of());
    Elementwise times = Elementwise.of("x * t", "x", "t");
    equations.add(new Equation(row, terms, times, List.of(end, target)));
    equations.add(new Equation(row, flat, new Reshape(flat.shape()), List.of(terms)));
    equations.add(new Equation(row, loss, Reduce.sum(0), List.of(flat)));
    return new LossValue(loss, target, Value.of(end + ".share", Shape.of()));
  }
}
