package org.synapt.processor.cost;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.layer.ParameterSpec;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.plan.Place;
import org.synapt.processor.plan.Plan;

/**
 * What a network costs; an extent that each batch decides counts as 1.
 *
 * @param rows what each entry costs, in their order
 * @param parameters the floats of all parameters
 * @param trained those of them that gradients move
 * @param flops floating-point operations of predicting one example
 * @param predictionBytes memory of a pass that predicts, for each example
 * @param trainingBytes memory of a pass that trains, for each example
 * @param fileBytes the size of the file that holds the parameters
 */
public record Costs(
    List<RowCost> rows,
    long parameters,
    long trained,
    long flops,
    long predictionBytes,
    long trainingBytes,
    long fileBytes) {
  /** Copies the rows. */
  public Costs {
    rows = List.copyOf(rows);
  }

  /** The costs of a network whose passes are planned. */
  public static Costs of(Model model, Plan prediction, Plan training) {
    Map<String, Long> flops = flops(prediction);
    Map<String, Memory> predicting = memory(prediction);
    Map<String, Memory> learning = memory(training);
    List<RowCost> rows = new ArrayList<>();
    Set<String> owners = new HashSet<>();
    for (Entry entry : model.entries()) {
      boolean first = owners.add(entry.owner());
      rows.add(
          new RowCost(
              entry,
              first ? floats(entry.parameters()) : 0,
              first ? floats(trained(entry)) : 0,
              flops.getOrDefault(entry.name(), 0L),
              predicting.getOrDefault(entry.name(), Memory.NONE),
              learning.getOrDefault(entry.name(), Memory.NONE)));
    }
    return new Costs(
        rows,
        total(rows, RowCost::parameters),
        total(rows, RowCost::trained),
        prediction.flops(),
        (long) Float.BYTES * prediction.perExample(),
        (long) Float.BYTES * training.perExample(),
        ParameterFileSize.of(model));
  }

  private static List<ParameterSpec> trained(Entry entry) {
    return entry.parameters().stream().filter(ParameterSpec::trained).toList();
  }

  private static long floats(List<ParameterSpec> parameters) {
    return parameters.stream().mapToLong(parameter -> parameter.shape().size()).sum();
  }

  private static long total(List<RowCost> rows, ToLongFunction<RowCost> cost) {
    return rows.stream().mapToLong(cost).sum();
  }

  private static Map<String, Long> flops(Plan plan) {
    Map<String, Long> flops = new HashMap<>();
    for (Equation equation : plan.forward()) {
      flops.merge(equation.row(), equation.flops(), Long::sum);
    }
    return flops;
  }

  /** Where each row writes to, its value's place among them. */
  private static Map<String, Memory> memory(Plan plan) {
    Map<String, Set<Place>> places = new HashMap<>();
    for (Value input : plan.graph().inputs()) {
      places.computeIfAbsent(input.name(), row -> new HashSet<>()).add(plan.place(input));
    }
    Stream.of(plan.forward(), plan.backward(), plan.towardsInputs())
        .flatMap(List::stream)
        .filter(equation -> !equation.op().alias())
        .forEach(
            equation ->
                places
                    .computeIfAbsent(equation.row(), row -> new HashSet<>())
                    .add(plan.place(equation.result())));
    Map<String, Memory> memory = new HashMap<>();
    places.forEach((row, taken) -> memory.put(row, Memory.of(taken)));
    return memory;
  }

  @Override
  public String toString() {
    return rows.stream().map(row -> row + "\n").collect(joining());
  }
}
