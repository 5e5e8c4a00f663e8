package org.synapt.processor.graph;

import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A network as equations.
 *
 * @param inputs what comes from outside
 * @param parameters what is kept from batch to batch
 * @param equations in an order in which they can run
 * @param rows the value of every row that has one, by the row's name
 * @param outputs what is predicted
 * @param losses what is made small, output by output; none in a graph that only predicts
 * @param untrained the parameters that no gradient moves: statistics, and those of frozen layers
 * @param penalties what regularizers add to the losses; none in a graph that only predicts
 */
public record Graph(
    List<Value> inputs,
    List<Value> parameters,
    List<Equation> equations,
    Map<String, Value> rows,
    List<Value> outputs,
    List<LossValue> losses,
    Set<Value> untrained,
    List<Value> penalties) {

  /** Copies the lists. */
  public Graph {
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
    equations = List.copyOf(equations);
    outputs = List.copyOf(outputs);
    losses = List.copyOf(losses);
    untrained = Set.copyOf(untrained);
    penalties = List.copyOf(penalties);
  }

  /** A graph whose every parameter is trained, and without penalties. */
  public Graph(
      List<Value> inputs,
      List<Value> parameters,
      List<Equation> equations,
      Map<String, Value> rows,
      List<Value> outputs,
      List<LossValue> losses) {
    this(inputs, parameters, equations, rows, outputs, losses, Set.of(), List.of());
  }

  /** The parameters that gradients move. */
  public List<Value> trained() {
    return parameters.stream().filter(parameter -> !untrained.contains(parameter)).toList();
  }

  /** Whether an index counts the elements of each value, for one example. */
  public boolean isCountable() {
    return equations.stream()
        .allMatch(equation -> equation.result().count().coefficient() <= Integer.MAX_VALUE);
  }

  /** What the caller fills: inputs, targets and shares. */
  public List<Value> fed() {
    return Stream.of(inputs, targets(), losses.stream().map(LossValue::share).toList())
        .flatMap(List::stream)
        .toList();
  }

  /** The targets that the data hold; an output whose target is a row of the network has none. */
  public List<Value> targets() {
    return losses.stream()
        .map(LossValue::target)
        .filter(target -> !rows.containsValue(target))
        .toList();
  }

  /** Requires that every operand is defined above, once, and every shape is what its op infers. */
  public Graph verify() {
    Set<Value> defined = new HashSet<>(fed());
    defined.addAll(parameters);
    for (Equation equation : equations) {
      Set<Value> missing = new HashSet<>(equation.operands());
      missing.removeAll(defined);
      require(missing.isEmpty(), equation, missing + " are not defined above");
      require(defined.add(equation.result()), equation, "the result is defined twice");
      Value result = equation.result();
      Value inferred = equation.op().result(result.name(), equation.operands(), result.folded());
      require(inferred.equals(result), equation, "the op gives " + inferred.type());
    }
    return this;
  }

  private static void require(boolean sound, Equation equation, String fault) {
    if (!sound) {
      throw new IllegalStateException(equation + ": " + fault);
    }
  }

  @Override
  public String toString() {
    return equations.stream().map(equation -> equation + "\n").collect(joining());
  }
}
