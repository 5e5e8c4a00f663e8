package org.synapt.processor.gradient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.Value;

/** Divides backward equations by who asks for them; what nobody asks for is dropped. */
final class Partition {
  private Partition() {}

  static TrainingGraph of(Graph graph, List<Equation> equations, Map<Value, Value> gradients) {
    Set<Value> towardsParameters = ancestors(equations, present(graph.trained(), gradients));
    Set<Value> towardsInputs = ancestors(equations, present(graph.inputs(), gradients));
    List<Equation> backward = new ArrayList<>();
    List<Equation> further = new ArrayList<>();
    for (Equation equation : equations) {
      if (towardsParameters.contains(equation.result())) {
        backward.add(equation);
      } else if (towardsInputs.contains(equation.result())) {
        further.add(equation);
      }
    }
    Map<Value, Value> asked = new LinkedHashMap<>(gradients);
    Set<Value> ends = new HashSet<>(graph.trained());
    ends.addAll(graph.inputs());
    asked.keySet().retainAll(ends);
    return new TrainingGraph(graph, backward, further, asked);
  }

  private static List<Value> present(List<Value> ends, Map<Value, Value> gradients) {
    return ends.stream().map(gradients::get).filter(Objects::nonNull).toList();
  }

  private static Set<Value> ancestors(List<Equation> equations, Collection<Value> ends) {
    Map<Value, Equation> definitions = new HashMap<>();
    equations.forEach(equation -> definitions.put(equation.result(), equation));
    Set<Value> seen = new HashSet<>();
    List<Value> open = new ArrayList<>(ends);
    while (!open.isEmpty()) {
      Value value = open.remove(open.size() - 1);
      if (seen.add(value) && definitions.containsKey(value)) {
        open.addAll(definitions.get(value).operands());
      }
    }
    return seen;
  }
}
