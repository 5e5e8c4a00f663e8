package org.synapt.processor.plan;

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
 * @param perExample the arena's floats for each example
 * @param perBatch further floats of the arena
 */
public record Plan(
    Graph graph,
    List<Equation> forward,
    List<Equation> backward,
    List<Equation> towardsInputs,
    Map<Value, Value> gradients,
    Map<Value, Place> places,
    int perExample,
    int perBatch) {

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
        placement.perExample(),
        placement.perBatch());
  }

  public Place place(Value value) {
    return Optional.ofNullable(places.get(value)).orElseThrow();
  }

  /** Whether an index counts all that lies in the arena, for one example. */
  public boolean fits() {
    return (long) perExample + perBatch < Integer.MAX_VALUE;
  }

  /** Floating-point operations of the forward equations, for one example. */
  public long flops() {
    return forward.stream()
        .mapToLong(equation -> equation.op().flops(equation.operands(), equation.result()))
        .sum();
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
