package org.synapt.processor.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.formula.Simplification;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;

/** A formula of a formula is one formula: {@code relu(z)} of {@code z = x + bias}. */
final class JoinFormulas implements Fusion.Rule {
  /**
   * HotSpot on JDK 17 stops vectorising a loop of more than some 34 operations that reads two
   * arrays (measured); a formula of so many parts stays below.
   */
  private static final int MOST_PARTS = 40;

  @Override
  public Optional<Equation> join(Equation first, Equation second, Fusion.Context context) {
    if (!(first.op() instanceof Elementwise inner) || !(second.op() instanceof Elementwise outer)) {
      return Optional.empty();
    }
    if (!alike(first, second) || sumsShares(first, second)) {
      return Optional.empty();
    }
    Variables variables = new Variables();
    Expression innerText = inner.expression().with(variables.of(first, inner));
    Map<String, Expression> outerNames = variables.of(second, outer, first.result(), innerText);
    Expression whole = Simplification.of(outer.expression().with(outerNames));
    Equation joined = variables.equation(second, whole);
    return whole.size() <= MOST_PARTS && hasOperandOfItsOwnShape(joined)
        ? Optional.of(joined)
        : Optional.empty();
  }

  /** Formulas join where they have the same elements and, if any, vectors of one length. */
  private static boolean alike(Equation first, Equation second) {
    List<Value> operands = new ArrayList<>(first.operands());
    operands.addAll(second.operands());
    boolean batched = second.result().batched();
    long vectors =
        operands.stream()
            .filter(operand -> operand.batched() != batched)
            .map(Value::shape)
            .distinct()
            .count();
    return first.result().batched() == batched
        && first.result().shape().equals(second.result().shape())
        && vectors <= 1;
  }

  /** A parameter's gradient is summed where it lies, share by share, rather than in one loop. */
  private static boolean sumsShares(Equation first, Equation second) {
    return !second.result().batched()
        && first.op().equals(Elementwise.SUM)
        && second.op().equals(Elementwise.SUM);
  }

  /** What is simplified away may leave a formula of vectors, or of nothing. */
  private static boolean hasOperandOfItsOwnShape(Equation joined) {
    return joined.operands().stream()
        .anyMatch(operand -> operand.batched() == joined.result().batched());
  }

  /** Gives every operand of the joined formula a variable of its own. */
  private static final class Variables {
    private final Map<Value, String> names = new HashMap<>();
    private final List<Value> values = new ArrayList<>();

    Map<String, Expression> of(Equation equation, Elementwise formula) {
      return of(equation, formula, null, null);
    }

    Map<String, Expression> of(
        Equation equation,
        Elementwise formula,
        @Nullable Value joined,
        @Nullable Expression expression) {
      Map<String, Expression> renamed = new HashMap<>();
      for (int i = 0; i < formula.variables().size(); i++) {
        Value operand = equation.operand(i);
        String variable = formula.variables().get(i);
        renamed.put(
            variable,
            operand.equals(joined) && expression != null
                ? expression
                : new Expression.Variable(name(operand, variable)));
      }
      return renamed;
    }

    private String name(Value operand, String wanted) {
      if (!names.containsKey(operand)) {
        String free = wanted;
        for (int i = 2; names.containsValue(free); i++) {
          free = wanted + i;
        }
        names.put(operand, free);
        values.add(operand);
      }
      return names.get(operand);
    }

    Equation equation(Equation second, Expression whole) {
      List<Value> used =
          values.stream().filter(value -> whole.variables().contains(names.get(value))).toList();
      Elementwise op = Elementwise.of(whole, used.stream().map(names::get).toList());
      return new Equation(second.row(), second.result(), op, used);
    }
  }
}
