package org.synapt.processor.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  record Context(Map<Value, Integer> uses, Map<Value, Equation> definitions) {
    static Context of(Schedule schedule) {
      Map<Value, Equation> definitions = new HashMap<>();
      schedule.all().forEach(equation -> definitions.put(equation.result(), equation));
      return new Context(schedule.uses(), definitions);
    }

    /** Whether a value is taken by one equation only, and by nobody outside. */
    boolean usedOnce(Value value) {
      return uses.getOrDefault(value, 0) == 1;
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
