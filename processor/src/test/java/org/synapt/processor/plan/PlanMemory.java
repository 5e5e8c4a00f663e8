package org.synapt.processor.plan;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.GraphInterpreter;
import org.synapt.processor.graph.Value;

/**
 * Runs a plan in the memory that it states: one arena, laid out as a pass lays it out, parameters
 * and gradients.
 */
final class PlanMemory {
  /** A pass may have room for more examples than it is given. */
  private static final int ROOM = 2;

  private final Plan plan;
  private final int batch;
  private final GraphInterpreter interpreter;
  private final double[] arena;
  private final Map<Value, double[]> parameters = new HashMap<>();
  private final Map<Value, double[]> gradients = new HashMap<>();

  /** What places stand for whose buffers borrow. */
  private final Map<Place, double[]> lent = new HashMap<>();

  PlanMemory(Plan plan, int batch) {
    this.plan = plan;
    this.batch = batch;
    this.interpreter = GraphInterpreter.of(batch);
    this.arena = new double[capacity() * plan.perExample() + plan.perBatch()];
    Arrays.fill(arena, Double.NaN);
  }

  private int capacity() {
    return batch + ROOM;
  }

  /** Lets the buffer of a value, and of all that lies just there, stand for memory elsewhere. */
  void lend(Value value) {
    Range range = range(value);
    double[] elsewhere = new double[range.to - range.from];
    Arrays.fill(elsewhere, Double.NaN);
    lent.put(plan.place(value), elsewhere);
  }

  void put(Value value, double... numbers) {
    if (plan.place(value) instanceof Place.OfParameter of) {
      parameters.put(of.parameter(), numbers.clone());
    } else {
      write(value, numbers);
    }
  }

  double[] get(Value value) {
    Place place = plan.place(value);
    if (place instanceof Place.OfParameter of) {
      return parameters.get(of.parameter());
    } else if (place instanceof Place.OfGradient of) {
      return gradients.get(of.parameter());
    }
    if (lent.containsKey(place)) {
      return lent.get(place).clone();
    }
    Range range = range(value);
    return Arrays.copyOfRange(arena, range.from, range.to);
  }

  void run(List<Equation> equations) {
    for (Equation equation : equations) {
      equation.operands().forEach(operand -> requireRoom(equation, operand));
      if (!equation.op().alias()) {
        List<double[]> operands = equation.operands().stream().map(this::get).toList();
        write(equation.result(), interpreter.result(equation, operands));
        for (int i = 0; i < operands.size(); i++) {
          if (equation.op().writes(i)) {
            write(equation.operand(i), operands.get(i));
          }
        }
      }
    }
  }

  private void write(Value value, double[] numbers) {
    if (plan.place(value) instanceof Place.OfGradient of) {
      gradients.put(of.parameter(), numbers);
    } else if (plan.place(value) instanceof Place.OfParameter of) {
      parameters.put(of.parameter(), numbers);
    } else if (lent.containsKey(plan.place(value))) {
      lent.put(plan.place(value), numbers.clone());
    } else {
      System.arraycopy(numbers, 0, arena, range(value).from, numbers.length);
    }
  }

  /** A kernel may write over an operand only if its op says so, and then over all of it. */
  private void requireRoom(Equation equation, Value operand) {
    Place place = plan.place(operand);
    Place result = plan.place(equation.result());
    boolean inArena = inArena(place);
    boolean resultInArena = inArena(result);
    boolean meet =
        inArena && resultInArena
            ? range(operand).meets(range(equation.result()))
            : place.equals(result);
    if (meet) {
      assertWithMessage("%s meets %s at %s in\n%s", equation, operand, result, plan)
          .that(mayTakeOver(equation, operand) && place.equals(result))
          .isTrue();
    }
  }

  private boolean inArena(Place place) {
    return !lent.containsKey(place)
        && (place instanceof Place.Slot || place instanceof Place.Fixed);
  }

  private static boolean mayTakeOver(Equation equation, Value operand) {
    boolean may = true;
    for (int i = 0; i < equation.operands().size(); i++) {
      boolean alias = equation.op().alias() && i == 0;
      if (equation.operand(i).equals(operand)) {
        may &= alias || equation.op().inPlace(i);
      }
    }
    return may;
  }

  private Range range(Value value) {
    Place place = plan.place(value);
    if (place instanceof Place.Slot slot) {
      assertWithMessage("floats of %s", value)
          .that(slot.floats())
          .isEqualTo(value.count().coefficient());
      int from = slot.at() * capacity();
      return new Range(from, from + slot.floats() * batch);
    }
    Place.Fixed fixed = (Place.Fixed) place;
    int from = plan.perExample() * capacity() + fixed.at();
    return new Range(from, from + fixed.floats());
  }

  private record Range(int from, int to) {
    boolean meets(Range other) {
      return from < other.to && other.from < to;
    }
  }
}
