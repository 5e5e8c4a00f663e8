package org.synapt.processor.emission;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.AveragePooling;
import org.synapt.processor.op.Convolution;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Filled;
import org.synapt.processor.op.Fold;
import org.synapt.processor.op.Gather;
import org.synapt.processor.op.MatMul;
import org.synapt.processor.op.MaxPooling;
import org.synapt.processor.op.Normalization;
import org.synapt.processor.op.Penalty;
import org.synapt.processor.op.Recurrent;
import org.synapt.processor.op.Room;
import org.synapt.processor.op.Step;
import org.synapt.processor.plan.FusedProduct;

/** The equations of a row as Javadoc: {@code hidden1 = relu(pixels · weight + bias)}. */
final class RowText {
  private static final int LONGEST_LINE = 80;
  private static final String LOSS = ".loss";

  private final String row;
  private final Map<Value, Value> aliases = new HashMap<>();
  private final Map<Value, String> names = new HashMap<>();

  private RowText(List<Equation> equations) {
    Equation last = last(equations);
    row = last.row();
    for (Equation equation : equations) {
      if (equation.op().alias()) {
        aliases.put(equation.result(), whole(equation.operand(0)));
      }
    }
    names.put(whole(last.result()), own(last.result()));
  }

  /** The one that makes the row's value, of each step where each step is an example. */
  private static Equation last(List<Equation> equations) {
    Equation last = equations.get(equations.size() - 1);
    return last.op() instanceof Fold && equations.size() > 1
        ? last(equations.subList(0, equations.size() - 1))
        : last;
  }

  /** One line where there is room, else a block. */
  static String of(List<Equation> equations) {
    RowText text = new RowText(equations);
    List<String> lines = new ArrayList<>();
    for (Equation equation : equations) {
      if (equation.op() instanceof Recurrent recurrent) {
        lines.addAll(RecurrentText.of(recurrent, equation, text::name));
      } else if (!equation.op().alias() && !(equation.op() instanceof Room)) {
        lines.add(text.name(equation.result()) + " = " + text.right(equation));
      }
    }
    String line = String.join("; ", lines);
    return line.length() <= LONGEST_LINE
        ? "{@code " + line + "}.\n"
        : "<pre>{@code\n" + String.join("\n", lines) + "\n}</pre>\n";
  }

  private String right(Equation equation) {
    if (equation.op() instanceof Elementwise formula) {
      return formula(formula, equation.operands());
    }
    if (equation.op() instanceof FusedProduct fused) {
      return product(fused, equation);
    }
    if (equation.op() == MatMul.MULT || equation.op() instanceof Convolution) {
      return times(equation.op(), equation.operands());
    }
    if (equation.op() instanceof MaxPooling) {
      return "maxPooling(%s)".formatted(name(equation.operand(0)));
    }
    if (equation.op() instanceof AveragePooling) {
      return "averagePooling(%s)".formatted(name(equation.operand(0)));
    }
    if (equation.op() instanceof Step step) {
      return name(equation.operand(0)) + "[" + step.index() + "]";
    }
    if (equation.op() instanceof Gather) {
      return "%s[%s]".formatted(name(equation.operand(0)), name(equation.operand(1)));
    }
    if (equation.op() instanceof Penalty penalty) {
      return penalty.of(equation.operand(0), name(equation.operand(0)));
    }
    if (equation.op() instanceof Filled filled) {
      return filled.number().toString();
    }
    if (equation.op() instanceof Normalization normalization) {
      return normalization.formula(equation.operands().stream().map(this::name).toList());
    }
    return equation.op()
        + equation.operands().stream().map(this::name).collect(joining(", ", "(", ")"));
  }

  private String formula(Elementwise formula, List<Value> operands) {
    Map<String, Expression> variables = new HashMap<>();
    for (int i = 0; i < operands.size(); i++) {
      variables.put(formula.variables().get(i), new Expression.Variable(name(operands.get(i))));
    }
    return formula.expression().with(variables).toString();
  }

  private String product(FusedProduct fused, Equation equation) {
    Elementwise epilogue = fused.epilogue();
    Map<String, Expression> variables = new HashMap<>();
    variables.put(
        epilogue.variables().get(0),
        new Expression.Variable(times(fused.product(), equation.operands())));
    if (epilogue.variables().size() > 1) {
      variables.put(
          epilogue.variables().get(1), new Expression.Variable(name(equation.operand(2))));
    }
    return epilogue.expression().with(variables).toString();
  }

  private String times(Op product, List<Value> factors) {
    return name(factors.get(0)) + sign(product) + name(factors.get(1));
  }

  /** {@code ∗ᵀ} is a convolution that goes back: the gradient of the image of {@code ∗}. */
  private static String sign(Op product) {
    if (product instanceof Convolution convolution) {
      return convolution.kind() == Convolution.Kind.DATA_GRADIENT ? " ∗ᵀ " : " ∗ ";
    }
    return " · ";
  }

  private String name(Value value) {
    Value whole = whole(value);
    return names.containsKey(whole) ? names.get(whole) : own(whole);
  }

  private Value whole(Value value) {
    return aliases.getOrDefault(value, value);
  }

  /**
   * Within its row, {@code hidden1.weight} is {@code weight}; {@code price.loss} is {@code loss}.
   */
  private String own(Value value) {
    String output = row.endsWith(LOSS) ? row.substring(0, row.length() - LOSS.length()) : row;
    for (String prefix : List.of(row + ".", output + ".")) {
      if (value.name().startsWith(prefix)) {
        return value.name().substring(prefix.length());
      }
    }
    return value.name();
  }
}
