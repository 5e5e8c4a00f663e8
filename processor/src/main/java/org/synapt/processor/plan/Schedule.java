package org.synapt.processor.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.synapt.processor.gradient.TrainingGraph;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.LossValue;
import org.synapt.processor.graph.Value;

/**
 * All equations of a pass, in the order in which they run.
 *
 * @param graph what goes forward
 * @param forward the forward equations
 * @param backward the equations behind them, up to the parameters' gradients
 * @param towardsInputs those that go on to the inputs' gradients
 * @param gradients the gradient of every parameter and input that has one
 */
record Schedule(
    Graph graph,
    List<Equation> forward,
    List<Equation> backward,
    List<Equation> towardsInputs,
    Map<Value, Value> gradients) {

  static Schedule of(Graph graph) {
    return new Schedule(graph, graph.equations(), List.of(), List.of(), Map.of());
  }

  static Schedule of(TrainingGraph training) {
    return new Schedule(
        training.forward(),
        training.forward().equations(),
        training.backward(),
        training.towardsInputs(),
        training.gradients());
  }

  List<List<Equation>> phases() {
    return List.of(forward, backward, towardsInputs);
  }

  List<Equation> all() {
    return phases().stream().flatMap(List::stream).toList();
  }

  Schedule withPhases(List<List<Equation>> phases) {
    return new Schedule(graph, phases.get(0), phases.get(1), phases.get(2), gradients);
  }

  /** How many equations take a value; one more for each time it is asked for from outside. */
  Map<Value, Integer> uses() {
    Map<Value, Integer> uses = new HashMap<>();
    for (Equation equation : all()) {
      equation.operands().forEach(operand -> uses.merge(operand, 1, Integer::sum));
    }
    asked().forEach(value -> uses.merge(value, 1, Integer::sum));
    return uses;
  }

  /** What is read from outside: rows' values, outputs, losses, masks, penalties and gradients. */
  Set<Value> asked() {
    Set<Value> asked = new HashSet<>(graph.rows().values());
    asked.addAll(graph.outputs());
    asked.addAll(graph.penalties());
    asked.addAll(gradients.values());
    graph.losses().stream().map(LossValue::value).forEach(asked::add);
    graph.losses().forEach(loss -> loss.mask().ifPresent(asked::add));
    return asked;
  }

  /** Only what somebody asks for, directly or not. */
  Schedule pruned() {
    Set<Value> wanted = new HashSet<>(asked());
    List<List<Equation>> phases = new ArrayList<>();
    List<List<Equation>> reversed = new ArrayList<>(phases());
    Collections.reverse(reversed);
    for (List<Equation> phase : reversed) {
      phases.add(0, wantedOf(phase, wanted));
    }
    return withPhases(phases);
  }

  private static List<Equation> wantedOf(List<Equation> phase, Set<Value> wanted) {
    List<Equation> kept = new ArrayList<>();
    for (int i = phase.size() - 1; i >= 0; i--) {
      if (wanted.contains(phase.get(i).result())) {
        kept.add(0, phase.get(i));
        wanted.addAll(phase.get(i).operands());
      }
    }
    return kept;
  }
}
