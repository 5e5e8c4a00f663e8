package org.synapt.processor.emission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Recurrent;
import org.synapt.processor.op.Recurrent.Operand;
import org.synapt.processor.op.Recurrent.Option;

/** What happens in a step of a recurrent layer, as lines of Javadoc. */
final class RecurrentText {
  private static final Pattern CALL = Pattern.compile("\\w+\\(x\\)");

  private final Recurrent op;
  private final Equation equation;
  private final Function<Value, String> names;

  private RecurrentText(Recurrent op, Equation equation, Function<Value, String> names) {
    this.op = op;
    this.equation = equation;
    this.names = names;
  }

  /**
   * The lines of a recurrent equation.
   *
   * @param names what each value is called in its row
   */
  static List<String> of(Recurrent op, Equation equation, Function<Value, String> names) {
    return new RecurrentText(op, equation, names).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    start().ifPresent(lines::add);
    switch (op.cell()) {
      case SIMPLE_RNN -> lines.add("h = " + activation(x() + " + " + h() + bias()));
      case LSTM -> lines.addAll(lstm());
      case GRU -> lines.addAll(op.has(Option.RESET_AFTER) ? resetAfter() : resetBefore());
    }
    lines.add(name(equation.result()) + " = " + result());
    return lines;
  }

  private Optional<String> start() {
    return operand(Operand.HIDDEN)
        .map(
            hidden ->
                operand(Operand.CELL)
                    .map(cell -> "h, c = " + hidden + ", " + cell)
                    .orElse("h = " + hidden));
  }

  private List<String> lstm() {
    return List.of(
        "i, f, g, o = " + x() + " + " + h() + bias(),
        "c = " + gate("f") + " * c + " + gate("i") + " * " + activation("g"),
        "h = " + gate("o") + " * " + activation("c"));
  }

  private List<String> resetAfter() {
    boolean bias = operand(Operand.BIAS).isPresent();
    return List.of(
        "z, r, g = " + x() + (bias ? bias() + "[0]" : ""),
        "hz, hr, hg = " + h() + (bias ? bias() + "[1]" : ""),
        "z, r = " + gate("z + hz") + ", " + gate("r + hr"),
        "h = z * h + (1 - z) * " + activation("g + r * hg"));
  }

  private List<String> resetBefore() {
    String hidden = operand(Operand.RECURRENT_MASK).map(mask -> "h * " + mask).orElse("h");
    String kernel = operand(Operand.RECURRENT_KERNEL).orElseThrow();
    return List.of(
        "z, r, g = " + x() + bias(),
        "hz, hr = " + hidden + " · " + kernel + "[z, r]",
        "z, r = " + gate("z + hz") + ", " + gate("r + hr"),
        "h = z * h + (1 - z) * " + activation("g + r * " + hidden + " · " + kernel + "[g]"));
  }

  private String result() {
    StringBuilder text = new StringBuilder(op.has(Option.SEQUENCES) ? "h of every step" : "h");
    if (op.has(Option.GIVES_CELL)) {
      text.append(" and c");
    }
    if (!op.has(Option.SEQUENCES)) {
      text.append(" after the ").append(op.has(Option.BACKWARD) ? "first" : "last").append(" step");
    }
    if (op.has(Option.BACKWARD)) {
      text.append(", read backward");
    }
    operand(Operand.MASK).ifPresent(mask -> text.append(", where ").append(mask).append(" is 1"));
    return text.toString();
  }

  private String x() {
    return operand(Operand.X).orElseThrow() + " · " + operand(Operand.KERNEL).orElseThrow();
  }

  private String h() {
    return operand(Operand.RECURRENT_MASK).map(mask -> "h * " + mask).orElse("h")
        + " · "
        + operand(Operand.RECURRENT_KERNEL).orElseThrow();
  }

  private String bias() {
    return operand(Operand.BIAS).map(bias -> " + " + bias).orElse("");
  }

  private Optional<String> operand(Operand operand) {
    return op.operand(operand, equation.operands()).map(this::name);
  }

  private String name(Value value) {
    return names.apply(value);
  }

  private String activation(String x) {
    return applied(op.gates().activation(), x);
  }

  private String gate(String x) {
    return applied(op.gates().recurrent(), x);
  }

  /** The function of something, in parentheses where a formula does not have them itself. */
  private static String applied(Elementwise function, String x) {
    boolean plain = x.indexOf(' ') < 0 || CALL.matcher(function.toString()).matches();
    Expression.Variable operand = new Expression.Variable(plain ? x : "(" + x + ")");
    return function.expression().with(Map.of(function.variables().get(0), operand)).toString();
  }
}
