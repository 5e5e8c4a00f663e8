package org.synapt.processor.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Penalty;
import org.synapt.processor.shape.Shape;

/** Reverse-mode differentiation: walks the equations backwards and asks each op for its rule. */
public final class Differentiation implements Tape {
  private final Set<Value> trained = new HashSet<>();
  private final Set<Value> needed = new HashSet<>();
  private final Map<Value, Value> gradients = new HashMap<>();
  private final List<Equation> backward = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private String row = "";
  private String name = "";
  private Shape folded = Shape.of();

  private Differentiation() {}

  /** The equations that carry losses and penalties back to parameters and inputs. */
  public static TrainingGraph of(Graph graph) {
    Differentiation tape = new Differentiation();
    tape.markNeeded(graph);
    graph.losses().forEach(loss -> tape.gradients.put(loss.value(), loss.share()));
    for (int i = graph.equations().size() - 1; i >= 0; i--) {
      tape.walk(graph.equations().get(i));
    }
    return Partition.of(graph, tape.backward, tape.gradients);
  }

  private void markNeeded(Graph graph) {
    trained.addAll(graph.trained());
    mark(graph, trained);
    needed.addAll(trained);
    needed.addAll(graph.inputs());
    mark(graph, needed);
  }

  /** Adds all that is made of what is there. */
  private static void mark(Graph graph, Set<Value> marked) {
    for (Equation equation : graph.equations()) {
      if (equation.op() instanceof DifferentiableOp
          && equation.operands().stream().anyMatch(marked::contains)) {
        marked.add(equation.result());
      }
    }
  }

  private void walk(Equation equation) {
    row = equation.row();
    name = equation.result().name();
    folded = equation.folded();
    Value gradient = gradients.get(equation.result());
    if (equation.op() instanceof Penalty penalty) {
      penalty.differentiate(equation, this);
    } else if (gradient != null && equation.op() instanceof DifferentiableOp op) {
      op.differentiate(equation, gradient, this);
    }
  }

  @Override
  public boolean needs(Value value) {
    return needed.contains(value);
  }

  @Override
  public boolean trains(Value value) {
    return trained.contains(value);
  }

  @Override
  public void add(Value value, Value share) {
    if (needs(value)) {
      Value sum = gradients.get(value);
      gradients.put(value, sum == null ? share : emitAs(value.name(), Elementwise.SUM, sum, share));
    }
  }

  @Override
  public void add(Value value, Op op, Value... operands) {
    if (needs(value)) {
      add(value, emitAs(value.name(), op, operands));
    }
  }

  @Override
  public Value emit(Op op, Value... operands) {
    return emitAs(name + ".part", op, operands);
  }

  @Override
  public Value emitFor(Value value, Op op, Value... operands) {
    return emitAs(value.name(), op, operands);
  }

  private Value emitAs(String of, Op op, Value... operands) {
    Value result = op.result(unique(of + ".gradient"), List.of(operands), folded);
    backward.add(new Equation(row, result, op, List.of(operands)));
    return result;
  }

  private String unique(String wanted) {
    String unique = wanted;
    for (int i = 2; !names.add(unique); i++) {
      unique = wanted + i;
    }
    return unique;
  }
}
