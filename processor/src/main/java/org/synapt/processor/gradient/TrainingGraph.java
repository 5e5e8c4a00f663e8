package org.synapt.processor.gradient;

import java.util.List;
import java.util.Map;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.Value;

/**
 * A network with its gradients.
 *
 * @param forward the network
 * @param backward the equations that end in the gradients of the parameters
 * @param towardsInputs those that go on from there to the gradients of the inputs
 * @param gradients the gradient of every parameter and input that the loss depends on
 */
public record TrainingGraph(
    Graph forward,
    List<Equation> backward,
    List<Equation> towardsInputs,
    Map<Value, Value> gradients) {

  /** Copies the lists. */
  public TrainingGraph {
    backward = List.copyOf(backward);
    towardsInputs = List.copyOf(towardsInputs);
    gradients = Map.copyOf(gradients);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(forward.toString());
    backward.forEach(equation -> text.append(equation).append('\n'));
    towardsInputs.forEach(equation -> text.append(equation).append('\n'));
    return text.toString();
  }
}
