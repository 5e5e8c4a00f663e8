package org.synapt.processor.layer;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;

/** Takes down the equations that a layer or a loss writes. */
final class Lowered implements Lowering {
  private final boolean training;
  private final Map<String, Value> parameters = new HashMap<>();
  private final List<Equation> equations = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<Mention> readers = new ArrayList<>();
  private final Map<Value, Value> masks = new HashMap<>();

  private Lowered(boolean training) {
    this.training = training;
  }

  static Lowered toTrain() {
    return new Lowered(true);
  }

  static Lowered toPredict() {
    return new Lowered(false);
  }

  /** The same for a row that others take. */
  Lowered readBy(Mention... layers) {
    readers.addAll(List.of(layers));
    return this;
  }

  /** The same with the parameters of a layer. */
  Lowered with(List<ParameterSpec> specs) {
    specs.forEach(spec -> parameters.put(spec.name(), Value.fixed(spec.name(), spec.shape())));
    return this;
  }

  List<Equation> equations() {
    return equations;
  }

  @Override
  public Value parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).orElseThrow();
  }

  @Override
  public Value emit(String name, Op op, Value... operands) {
    String unique = name;
    for (int i = 2; !names.add(unique); i++) {
      unique = name + i;
    }
    Value result = op.infer(unique, List.of(operands));
    equations.add(new Equation("row", result, op, List.of(operands)));
    return result;
  }

  @Override
  public Optional<Equation> definition(Value value) {
    return equations.stream().filter(it -> it.result().equals(value)).findFirst();
  }

  @Override
  public Optional<Value> mask(Value value) {
    return Optional.ofNullable(masks.get(value));
  }

  @Override
  public boolean hasMask(Value value) {
    return masks.containsKey(value);
  }

  @Override
  public Value masked(Value y, Value mask) {
    masks.put(y, mask);
    return y;
  }

  @Override
  public List<Mention> readers() {
    return readers;
  }

  @Override
  public int stream() {
    return 7;
  }

  @Override
  public boolean training() {
    return training;
  }

  /** The equations, one a line. */
  @Override
  public String toString() {
    return equations.stream().map(equation -> equation + "\n").collect(joining());
  }
}
