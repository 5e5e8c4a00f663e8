package org.synapt.processor.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.LossValue;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Accumulate;

/**
 * Which values share memory.
 *
 * <p>An alias lies where its operand lies; a sum that is added to stays where it is; the result of
 * an op that may work in place takes over an operand that nobody reads later. A parameter's
 * gradient lies among the gradients from the start.
 */
final class Cells {
  private final Map<Value, Cell> cells = new LinkedHashMap<>();
  private final Map<Value, Integer> lastUse = new HashMap<>();
  private final Map<Value, Value> gradientOf = new HashMap<>();
  private final int end;

  private Cells(int end) {
    this.end = end;
  }

  static Map<Value, Cell> of(Schedule schedule) {
    List<Equation> equations = schedule.all();
    Cells cells = new Cells(equations.size());
    cells.prepare(schedule, equations);
    for (int time = 0; time < equations.size(); time++) {
      cells.assign(equations.get(time), time);
    }
    return cells.cells;
  }

  private void prepare(Schedule schedule, List<Equation> equations) {
    schedule.graph().fed().forEach(value -> cells.put(value, Cell.fed(value, end)));
    schedule.graph().parameters().forEach(value -> cells.put(value, Cell.parameter(value)));
    markGradients(schedule, equations);
    for (int time = 0; time < equations.size(); time++) {
      for (Value operand : equations.get(time).operands()) {
        lastUse.put(operand, time);
      }
    }
    schedule.graph().losses().stream().map(LossValue::value).forEach(this::keep);
    schedule.graph().penalties().forEach(this::keep);
    schedule.graph().inputs().stream()
        .map(schedule.gradients()::get)
        .filter(Objects::nonNull)
        .forEach(this::keep);
    keepRows(schedule);
    int afterForward = schedule.forward().size();
    schedule.graph().outputs().forEach(output -> lastUse.merge(output, afterForward, Math::max));
    schedule.graph().losses().stream()
        .flatMap(loss -> loss.mask().stream())
        .forEach(mask -> lastUse.merge(mask, afterForward, Math::max));
  }

  /**
   * A row's value can be asked for when the row has run, even if the value is that of a row further
   * up, as a dropout's is while predicting.
   */
  private void keepRows(Schedule schedule) {
    Map<String, Integer> ends = new HashMap<>();
    for (int time = 0; time < schedule.forward().size(); time++) {
      ends.put(schedule.forward().get(time).row(), time);
    }
    int after = 0;
    for (Map.Entry<String, Value> row : schedule.graph().rows().entrySet()) {
      after = Math.max(after, 1 + ends.getOrDefault(row.getKey(), -1));
      lastUse.merge(row.getValue(), after, Math::max);
    }
  }

  /**
   * Follows each parameter's gradient back through aliases and sums to where it is first written.
   */
  private void markGradients(Schedule schedule, List<Equation> equations) {
    for (Value parameter : schedule.graph().trained()) {
      Value gradient = schedule.gradients().get(parameter);
      if (gradient != null) {
        gradientOf.put(gradient, parameter);
      }
    }
    for (int i = equations.size() - 1; i >= 0; i--) {
      Equation equation = equations.get(i);
      Value parameter = gradientOf.get(equation.result());
      if (parameter != null && staysInPlace(equation)) {
        gradientOf.put(equation.operand(0), parameter);
      }
    }
  }

  private static boolean staysInPlace(Equation equation) {
    return equation.op().alias() || equation.op() instanceof Accumulate;
  }

  private void keep(Value value) {
    lastUse.put(value, end);
  }

  private void assign(Equation equation, int time) {
    Cell cell = cellFor(equation, time);
    cell.use(time);
    cell.use(lastUse.getOrDefault(equation.result(), time));
    cells.put(equation.result(), cell);
  }

  private Cell cellFor(Equation equation, int time) {
    Value result = equation.result();
    if (staysInPlace(equation)) {
      return cell(equation.operand(0));
    }
    Value parameter = gradientOf.get(result);
    if (parameter != null) {
      return Cell.gradient(parameter);
    }
    for (int i = 0; i < equation.operands().size(); i++) {
      Cell operand = cell(equation.operand(i));
      if (equation.op().inPlace(i) && operand.endsBy(time) && operand.holds(result)) {
        return operand;
      }
    }
    return Cell.arena(result, time);
  }

  private Cell cell(Value value) {
    Cell cell = cells.get(value);
    if (cell == null) {
      throw new IllegalStateException(value + " has no memory");
    }
    return cell;
  }
}
