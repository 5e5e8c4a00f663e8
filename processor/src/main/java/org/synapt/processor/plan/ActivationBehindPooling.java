package org.synapt.processor.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.processor.formula.Derivative;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.formula.Formulas;
import org.synapt.processor.formula.Simplification;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.MaxPooling;

/**
 * Takes an activation's gradient of the pooled values where a max pooling follows it: only the
 * largest of each window has a gradient, and its value is the pooled one.
 *
 * <pre>
 * y.gradient = maxPoolingGradient(pooled.gradient, saved)
 * x.gradient = dy * h(y)(y.gradient, y)
 *
 * becomes
 *
 * pooled.x.gradient = dy * h(y)(pooled.gradient, pooled)
 * x.gradient = maxPoolingGradient(pooled.x.gradient, saved)
 * </pre>
 *
 * <p>The formula runs over a quarter of the elements where windows are 2x2, and {@code y} need not
 * be kept.
 */
final class ActivationBehindPooling {
  private final Map<Value, Equation> poolings = new HashMap<>();
  private final Map<Value, Integer> uses;

  private ActivationBehindPooling(Schedule schedule) {
    uses = schedule.uses();
    for (Equation equation : schedule.forward()) {
      if (equation.op() instanceof MaxPooling pooling && pooling.training()) {
        poolings.put(equation.operand(1), equation);
      }
    }
  }

  static Schedule of(Schedule schedule) {
    ActivationBehindPooling rewriting = new ActivationBehindPooling(schedule);
    return schedule.withPhases(schedule.phases().stream().map(rewriting::rewrite).toList());
  }

  private List<Equation> rewrite(List<Equation> phase) {
    List<Equation> rewritten = new ArrayList<>(phase);
    for (Equation first : phase) {
      if (first.op() instanceof MaxPooling.Gradient && uses.getOrDefault(first.result(), 0) == 1) {
        takenBy(first, phase)
            .ifPresent(
                second -> {
                  rewritten.remove(second);
                  int at = rewritten.indexOf(first);
                  rewritten.remove(at);
                  rewritten.addAll(at, turned(first, second));
                });
      }
    }
    return rewritten;
  }

  /** The formula that scales the gradient of a pooling's operand by a function of that operand. */
  private Optional<Equation> takenBy(Equation first, List<Equation> phase) {
    Value y = pooling(first).operand(0);
    return phase.stream()
        .filter(second -> second.operands().contains(first.result()))
        .filter(second -> second.operands().size() == 2 && second.operands().contains(y))
        .filter(
            second ->
                second.op() instanceof Elementwise formula
                    && scales(formula, second.operands().indexOf(first.result())))
        .findFirst();
  }

  private List<Equation> turned(Equation first, Equation second) {
    Equation pooling = pooling(first);
    Value pooled = pooling.result();
    List<Value> operands =
        second.operands().stream()
            .map(operand -> operand.equals(first.result()) ? first.operand(0) : pooled)
            .toList();
    String name = pooled.name() + "." + second.result().name();
    Value scaled = second.op().result(name, operands, pooled.folded());
    return List.of(
        new Equation(first.row(), scaled, second.op(), operands),
        new Equation(first.row(), second.result(), first.op(), List.of(scaled, first.operand(1))));
  }

  private Equation pooling(Equation gradient) {
    return Optional.ofNullable(poolings.get(gradient.operand(1))).orElseThrow();
  }

  /** Whether a formula is one variable times what does not depend on it. */
  private static boolean scales(Elementwise formula, int variable) {
    String name = formula.variables().get(variable);
    Expression slope = Simplification.of(Derivative.of(formula.expression(), name));
    Expression atZero = Simplification.of(formula.expression().with(name, Formulas.of("0")));
    return !slope.variables().contains(name) && atZero.equals(Formulas.of("0"));
  }
}
