package org.synapt.processor.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.processor.gradient.TrainingGraph;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.Value;

/**
 * A pass, ready to be written: what runs, in order, and where each value lies.
 *
 * @param graph what the equations were made of
 * @param forward the forward equations
 * @param backward those up to the parameters' gradients
 * @param towardsInputs those that go on to the inputs' gradients
 * @param gradients the gradient of every parameter and input that has one
 * @param places where each value lies
 * @param examples the arena's floats for each example
 * @param batch further floats of the arena
 */
public record Plan(
    Graph graph,
    List<Equation> forward,
    List<Equation> backward,
    List<Equation> towardsInputs,
    Map<Value, Value> gradients,
    Map<Value, Place> places,
    Arena examples,
    Arena batch) {

  /** A pass that only predicts. */
  public static Plan predicting(Graph graph) {
    return of(Schedule.of(graph));
  }

  /** A pass that trains. */
  public static Plan training(TrainingGraph graph) {
    return of(Schedule.of(graph));
  }

  private static Plan of(Schedule schedule) {
    Schedule fused = Fusion.of(ActivationBehindPooling.of(schedule.pruned()));
    Placement placement = Placement.of(fused);
    return new Plan(
        fused.graph(),
        fused.forward(),
        fused.backward(),
        fused.towardsInputs(),
        fused.gradients(),
        placement.places(),
        placement.examples(),
        placement.batch());
  }

  public Place place(Value value) {
    return Optional.ofNullable(places.get(value)).orElseThrow();
  }

  /** The arena's floats for each example, if each symbol were 1. */
  public int perExample() {
    return examples.floats();
  }

  /** Further floats of the arena, if each symbol were 1. */
  public int perBatch() {
    return batch.floats();
  }

  /** The symbols among the extents of its inputs, {@code any} first. */
  public List<Integer> symbols() {
    return graph.inputs().stream()
        .flatMap(input -> input.shape().symbols().stream())
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Whether an index counts all that lies in the arena, for one example. */
  public boolean fits() {
    return (long) perExample() + perBatch() < Integer.MAX_VALUE;
  }

  /** Floating-point operations of the forward equations, for one example. */
  public long flops() {
    return forward.stream().mapToLong(Equation::flops).sum();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<Equation> phase : List.of(forward, backward, towardsInputs)) {
      for (Equation equation : phase) {
        text.append(equation).append("   at ").append(place(equation.result())).append('\n');
      }
    }
    return text.toString();
  }
}
