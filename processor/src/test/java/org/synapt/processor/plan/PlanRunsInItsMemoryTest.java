package org.synapt.processor.plan;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.synapt.processor.gradient.Differentiation;
import org.synapt.processor.gradient.GradientTableTest;
import org.synapt.processor.gradient.RandomGraphs;
import org.synapt.processor.gradient.TrainingGraph;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.GraphInterpreter;
import org.synapt.processor.graph.LossValue;
import org.synapt.processor.graph.Value;

/**
 * Plans are compared with the graphs they were made of, and in their memory with memory of plenty:
 * so no value is written over while somebody still asks for it.
 */
final class PlanRunsInItsMemoryTest {
  private static final int BATCH = 3;
  private static final int SEEDS = 150;

  static Stream<Named<Graph>> graphs() {
    return Stream.concat(
        IntStream.range(0, SEEDS)
            .mapToObj(seed -> Named.of("seed " + seed, RandomGraphs.training(seed))),
        GradientTableTest.graphsOfTheTable());
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void trains(Graph graph) {
    TrainingGraph training = Differentiation.of(graph);
    Plan plan = Plan.training(training);
    Graph drawn = plan.graph();
    GraphInterpreter plenty = interpreter(drawn);
    GraphInterpreter unfused = interpreter(graph);
    PlanMemory memory = filled(plan, plenty);
    for (int step = 0; step < 2; step++) {
      plenty.run(plan.forward());
      unfused.run(graph.equations());
      memory.run(plan.forward());
      compare(graph, memory, plenty, unfused, graph.outputs());
      plenty.run(plan.backward());
      unfused.run(training.backward());
      memory.run(plan.backward());
      compare(graph, memory, plenty, unfused, gradients(training, graph.parameters()));
      plenty.run(plan.towardsInputs());
      unfused.run(training.towardsInputs());
      memory.run(plan.towardsInputs());
      compare(graph, memory, plenty, unfused, gradients(training, graph.parameters()));
      compare(graph, memory, plenty, unfused, gradients(training, graph.inputs()));
      compare(graph, memory, plenty, unfused, losses(graph));
      compare(graph, memory, plenty, unfused, graph.penalties());
      compare(graph, memory, plenty, unfused, graph.fed());
      compare(graph, memory, plenty, unfused, graph.parameters());
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void predicts(Graph trained) {
    Graph graph = untrained(trained);
    Plan plan = Plan.predicting(graph);
    GraphInterpreter plenty = interpreter(graph);
    GraphInterpreter unfused = interpreter(graph);
    PlanMemory memory = filled(plan, plenty);
    plenty.run(plan.forward());
    unfused.run(graph.equations());
    memory.run(plan.forward());
    compare(graph, memory, plenty, unfused, graph.outputs());
    compare(graph, memory, plenty, unfused, graph.inputs());
  }

  /** A network's buffers may borrow those of the caller: see {@code Network.predict}. */
  @ParameterizedTest
  @MethodSource("graphs")
  void predictsWhereInputsAndOutputsOfOthersLie(Graph trained) {
    Graph graph = untrained(trained);
    Plan plan = Plan.predicting(graph);
    GraphInterpreter plenty = interpreter(graph);
    GraphInterpreter unfused = interpreter(graph);
    PlanMemory memory = new PlanMemory(plan, BATCH);
    graph.inputs().forEach(memory::lend);
    graph.outputs().stream()
        .filter(output -> plan.place(output) instanceof Place.Slot)
        .forEach(memory::lend);
    fill(memory, plan, plenty);
    plenty.run(plan.forward());
    unfused.run(graph.equations());
    memory.run(plan.forward());
    compare(graph, memory, plenty, unfused, graph.outputs());
    compare(graph, memory, plenty, unfused, graph.inputs());
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void leavesEveryRowItsValueWhenItHasRun(Graph trained) {
    Graph graph = untrained(trained);
    Plan plan = Plan.predicting(graph);
    GraphInterpreter plenty = interpreter(graph);
    PlanMemory memory = filled(plan, plenty);
    graph
        .rows()
        .forEach(
            (row, value) -> {
              List<Equation> own =
                  plan.forward().stream().filter(each -> each.row().equals(row)).toList();
              plenty.run(own);
              memory.run(own);
              assertWithMessage("%s in\n%s", row, plan)
                  .that(memory.get(value))
                  .isEqualTo(plenty.get(value));
            });
  }

  /** The same with nothing to train; what only losses took is left out. */
  private static Graph untrained(Graph graph) {
    List<Equation> equations =
        graph.equations().stream().filter(each -> !each.row().endsWith(".loss")).toList();
    return new Graph(
        graph.inputs(), graph.parameters(), equations, graph.rows(), graph.outputs(), List.of());
  }

  private static GraphInterpreter interpreter(Graph graph) {
    return GraphInterpreter.of(BATCH).draw(graph, new Random(5), 0.3, 1.7);
  }

  private static PlanMemory filled(Plan plan, GraphInterpreter from) {
    PlanMemory memory = new PlanMemory(plan, BATCH);
    fill(memory, plan, from);
    return memory;
  }

  private static void fill(PlanMemory memory, Plan plan, GraphInterpreter from) {
    plan.graph().fed().forEach(value -> memory.put(value, from.get(value)));
    plan.graph().parameters().forEach(value -> memory.put(value, from.get(value)));
  }

  private static void compare(
      Graph graph,
      PlanMemory memory,
      GraphInterpreter plenty,
      GraphInterpreter unfused,
      Collection<Value> values) {
    for (Value value : values) {
      assertWithMessage("%s in its memory, in\n%s", value, graph)
          .that(memory.get(value))
          .isEqualTo(plenty.get(value));
      assertWithMessage("%s of the plan, in\n%s", value, graph)
          .that(plenty.get(value))
          .usingTolerance(1e-9)
          .containsExactly(unfused.get(value))
          .inOrder();
    }
  }

  private static List<Value> gradients(TrainingGraph training, List<Value> ends) {
    return ends.stream()
        .filter(training.gradients()::containsKey)
        .map(training.gradients()::get)
        .toList();
  }

  private static List<Value> losses(Graph graph) {
    return graph.losses().stream().map(LossValue::value).toList();
  }
}
