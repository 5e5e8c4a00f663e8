package org.synapt.processor.emission;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.MatMul;
import org.synapt.processor.plan.FusedProduct;

/** The equations of a row for people: {@code hidden1 = relu(pixels · weight + bias)}. */
final class RowText {
  private RowText() {}

  static String of(List<Equation> equations) {
    return equations.stream().map(RowText::of).collect(joining("; "));
  }

  private static String of(Equation equation) {
    return name(equation.result(), equation) + " = " + right(equation);
  }

  private static String right(Equation equation) {
    if (equation.op() instanceof Elementwise formula) {
      return formula(formula, equation.operands(), equation);
    }
    if (equation.op() instanceof FusedProduct fused) {
      return product(fused, equation);
    }
    if (equation.op() == MatMul.MULT) {
      return times(equation);
    }
    return equation.op()
        + equation.operands().stream()
            .map(operand -> name(operand, equation))
            .collect(joining(", ", "(", ")"));
  }

  private static String formula(Elementwise formula, List<Value> operands, Equation equation) {
    Map<String, Expression> names = new HashMap<>();
    for (int i = 0; i < operands.size(); i++) {
      names.put(
          formula.variables().get(i), new Expression.Variable(name(operands.get(i), equation)));
    }
    return formula.expression().with(names).toString();
  }

  private static String product(FusedProduct fused, Equation equation) {
    Elementwise epilogue = fused.epilogue();
    Map<String, Expression> names = new HashMap<>();
    names.put(epilogue.variables().get(0), new Expression.Variable(times(equation)));
    if (epilogue.variables().size() > 1) {
      names.put(
          epilogue.variables().get(1),
          new Expression.Variable(name(equation.operand(2), equation)));
    }
    return epilogue.expression().with(names).toString();
  }

  private static String times(Equation equation) {
    return name(equation.operand(0), equation) + " · " + name(equation.operand(1), equation);
  }

  /** Within its row, {@code hidden1.weight} is {@code weight}. */
  private static String name(Value value, Equation equation) {
    String prefix = equation.row() + ".";
    return value.name().startsWith(prefix) ? value.name().substring(prefix.length()) : value.name();
  }
}
