package org.synapt.processor.layer;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.GraphInterpreter;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * A layer in a row {@code y}, applied to operands.
 *
 * @param use the layer and its operands
 * @param shape what the layer says of the shape of y
 * @param problems what it reports
 */
record Inferred(Use use, Optional<Shape> shape, Problems problems) {
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

  /** The layer on operands a, b, c, d, e of these shapes. */
  static Inferred of(Mention layer, Shape... operands) {
    List<Use.Argument> arguments = new ArrayList<>();
    IntStream.range(0, operands.length)
        .forEach(i -> arguments.add(new Use.Argument(NAMES.get(i), operands[i], Origin.NOWHERE)));
    Use use = new Use("y", layer, arguments, "");
    Problems problems = new Problems();
    return new Inferred(use, rule(layer).infer(use, problems), problems);
  }

  private static Layer rule(Mention layer) {
    return Layers.named(layer.name()).orElseThrow();
  }

  /** The shape as text, or the problems, one after the other. */
  @Override
  public String toString() {
    return problems.all().isEmpty()
        ? shape.map(Shape::toString).orElse("nothing")
        : problems.all().stream().map(it -> it.message()).collect(joining("\n"));
  }

  List<ParameterSpec> parameters() {
    return rule(use.layer()).parameters(use.layer(), use.shapes());
  }

  /** The operands as values. */
  List<Value> values() {
    return use.operands().stream().map(it -> Value.of(it.name(), it.shape())).toList();
  }

  /** Writes the equations and returns the value of the row. */
  Value lower(Lowered lowering) {
    Mention settled = rule(use.layer()).settled(use);
    return rule(use.layer()).lower(settled, values(), lowering.with(parameters()));
  }

  String describe() {
    return rule(use.layer()).describe(rule(use.layer()).settled(use));
  }

  /** The equations while training, as text. */
  String lowered() {
    Lowered lowering = Lowered.toTrain();
    lower(lowering);
    return lowering.toString();
  }

  /** The elements of y for one example. */
  double[] compute(double[]... operands) {
    return compute(Map.of(), operands);
  }

  /** The elements of y for one example, with numbers for the layer's parameters. */
  double[] compute(Map<String, double[]> parameters, double[]... operands) {
    Lowered lowering = Lowered.toPredict();
    Value y = lower(lowering);
    GraphInterpreter numbers = GraphInterpreter.of(1);
    parameters.forEach((name, elements) -> numbers.put(lowering.parameter(name), elements));
    for (int i = 0; i < operands.length; i++) {
      numbers.put(values().get(i), operands[i]);
    }
    numbers.run(lowering.equations());
    return numbers.get(y);
  }
}
