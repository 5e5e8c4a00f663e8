package org.synapt.processor.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;

/**
 * Makes one equation of two where the second takes the result of the first and nobody else does.
 *
 * <p>Rows stay apart, so that the value of every row can be asked for and every row keeps a method.
 */
final class Fusion {
  /** How two equations, the second of which takes the first's result, become one. */
  interface Rule {
    Optional<Equation> join(Equation first, Equation second, Context context);
  }

  /** What a rule may want to know of the whole pass. */
  record Context(
      Map<Value, Integer> uses,
      Set<Value> computed,
      Map<Value, Value> lastTakenBy,
      Set<Value> keptElsewhere) {
    static Context of(Schedule schedule) {
      Set<Value> computed = new HashSet<>();
      Map<Value, Value> lastTakenBy = new HashMap<>();
      Set<Value> kept = new HashSet<>(schedule.asked());
      for (Equation equation : schedule.all()) {
        computed.add(equation.result());
        for (Value operand : equation.operands()) {
          lastTakenBy.put(operand, equation.result());
        }
        if (equation.op().alias()) {
          kept.addAll(equation.operands());
          kept.add(equation.result());
        }
      }
      return new Context(schedule.uses(), computed, lastTakenBy, kept);
    }

    /** Whether a value is taken by one equation only, and by nobody outside. */
    boolean usedOnce(Value value) {
      return uses.getOrDefault(value, 0) == 1;
    }

    /**
     * Whether the pass computes a value in memory of its own, and nobody reads it after one result.
     */
    boolean endsWith(Value value, Value result) {
      return computed.contains(value)
          && !keptElsewhere.contains(value)
          && result.equals(lastTakenBy.get(value));
    }
  }

  private static final List<Rule> RULES =
      List.of(new JoinFormulas(), new JoinEpilogue(), new JoinSum());

  private Fusion() {}

  static Schedule of(Schedule schedule) {
    Schedule fused = schedule;
    for (Rule rule : RULES) {
      Context context = Context.of(fused);
      fused =
          fused.withPhases(
              fused.phases().stream().map(phase -> join(phase, rule, context)).toList());
    }
    return fused;
  }

  private static List<Equation> join(List<Equation> phase, Rule rule, Context context) {
    Map<Value, Equation> open = new HashMap<>();
    List<Equation> joined = new ArrayList<>();
    for (Equation equation : phase) {
      Equation second = equation;
      for (Value operand : equation.operands()) {
        Equation first = open.get(operand);
        if (first != null && context.usedOnce(operand) && first.row().equals(equation.row())) {
          Optional<Equation> both = rule.join(first, second, context);
          if (both.isPresent()) {
            second = both.get();
            joined.remove(first);
          }
        }
      }
      joined.add(second);
      open.put(second.result(), second);
    }
    return joined;
  }
}
