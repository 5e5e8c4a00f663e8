package org.synapt.processor.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.synapt.processor.op.Fold;
import org.synapt.processor.op.Gather;
import org.synapt.processor.op.OneHot;

/** Runs equations in double precision, each value in an array of its own. */
public final class GraphInterpreter {
  private final int batch;
  private final OpInterpreter ops;
  private final Map<Value, double[]> values = new HashMap<>();

  private GraphInterpreter(int batch, IntToLongFunction keys, boolean random) {
    this.batch = batch;
    this.ops = new OpInterpreter(batch, keys, random);
  }

  /** For a number of examples. */
  public static GraphInterpreter of(int batch) {
    return of(batch, stream -> stream, true);
  }

  /**
   * For a number of examples.
   *
   * @param keys the key of every random mask by its stream
   * @param random whether masks are random; else they are 1
   */
  public static GraphInterpreter of(int batch, IntToLongFunction keys, boolean random) {
    return new GraphInterpreter(batch, keys, random);
  }

  /** Fills inputs, targets, shares and parameters with numbers from a range. */
  public GraphInterpreter draw(Graph graph, Random random, double low, double high) {
    graph.fed().forEach(value -> put(value, draw(size(value), random, low, high)));
    graph
        .parameters()
        .forEach(value -> put(value, parameter(value, draw(size(value), random, low, high))));
    return this;
  }

  /**
   * Fills a network with numbers that suit every layer and loss: small parameters, data between 0.2
   * and 1.3, and 0 or 1 where data are class numbers.
   */
  public GraphInterpreter drawNetwork(Graph graph, Random random) {
    graph.fed().forEach(value -> put(value, draw(size(value), random, 0.2, 1.3)));
    graph
        .parameters()
        .forEach(value -> put(value, parameter(value, draw(size(value), random, -0.6, 0.6))));
    graph.equations().stream()
        .filter(equation -> equation.op() instanceof OneHot)
        .map(equation -> equation.operand(0))
        .filter(graph.fed()::contains)
        .forEach(value -> put(value, Arrays.stream(get(value)).map(Math::floor).toArray()));
    graph.fed().forEach(value -> drawRows(graph, value, random));
    return this;
  }

  /** Numbers of rows, if tables are asked for those; where several are, of the shortest. */
  private void drawRows(Graph graph, Value ids, Random random) {
    Set<Value> steps = itsSteps(graph, ids);
    graph.equations().stream()
        .filter(equation -> equation.op() instanceof Gather && steps.contains(equation.operand(1)))
        .mapToInt(equation -> equation.operand(0).shape().extent(0))
        .min()
        .ifPresent(rows -> put(ids, random.ints(size(ids), 0, rows).asDoubleStream().toArray()));
  }

  /** A value and what it is where its steps are examples. */
  public static Set<Value> itsSteps(Graph graph, Value value) {
    Set<Value> steps = new HashSet<>(List.of(value));
    graph.equations().stream()
        .filter(equation -> equation.op() instanceof Fold && steps.contains(equation.operand(0)))
        .forEach(equation -> steps.add(equation.result()));
    return steps;
  }

  private static double[] draw(int size, Random random, double low, double high) {
    return random.doubles(size, low, high).toArray();
  }

  /** A variance is not negative. */
  private static double[] parameter(Value value, double... drawn) {
    return value.name().endsWith(".movingVariance")
        ? Arrays.stream(drawn).map(Math::abs).toArray()
        : drawn;
  }

  public void put(Value value, double... numbers) {
    if (numbers.length != size(value)) {
      throw new IllegalArgumentException(value + " " + value.type() + ": " + numbers.length);
    }
    values.put(value, numbers);
  }

  public double[] get(Value value) {
    if (!values.containsKey(value)) {
      throw new IllegalArgumentException(value + " has no value yet");
    }
    return values.get(value);
  }

  public void run(List<Equation> equations) {
    for (Equation equation : equations) {
      put(
          equation.result(),
          result(equation, equation.operands().stream().map(this::get).toList()));
    }
  }

  /** What an equation gives for other numbers than those kept here. */
  public double[] result(Equation equation, List<double[]> operands) {
    return ops.result(equation, operands);
  }

  /** The loss of all outputs together, {@code Σ share · loss}, and all penalties. */
  public double loss(Graph graph) {
    double total = 0;
    for (LossValue loss : graph.losses()) {
      for (int example = 0; example < batch; example++) {
        total += get(loss.share())[example] * get(loss.value())[example];
      }
    }
    for (Value penalty : graph.penalties()) {
      total += get(penalty)[0];
    }
    return total;
  }

  public int size(Value value) {
    return Math.toIntExact((value.batched() ? batch : 1) * value.count().coefficient());
  }
}
