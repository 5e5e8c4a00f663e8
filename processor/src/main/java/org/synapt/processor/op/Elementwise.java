package org.synapt.processor.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.formula.Derivative;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.formula.Formulas;
import org.synapt.processor.formula.Simplification;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * y = f(operands), element by element.
 *
 * <pre>x [b, …, k] or, as a vector that all rows share, x […, k]   →   y [b, …, k]</pre>
 *
 * @param expression the formula
 * @param variables the name of each operand in it
 * @param throughResult the derivative of a formula of one variable in terms of its result {@code
 *     y}, where there is one: then the operand need not be kept
 */
public record Elementwise(
    Expression expression, List<String> variables, Optional<Expression> throughResult)
    implements DifferentiableOp {

  /** The variable that stands for the result in {@link #throughResult}. */
  public static final String RESULT = "y";

  /** Adds two shares of a gradient. */
  public static final Elementwise SUM = of("a + b", "a", "b");

  /** Copies the names. */
  public Elementwise {
    variables = List.copyOf(variables);
  }

  /** One of the compiler's own formulas. */
  public static Elementwise of(String formula, String... variables) {
    return of(Formulas.of(formula), List.of(variables));
  }

  public static Elementwise of(Expression expression, List<String> variables) {
    return new Elementwise(expression, variables, Optional.empty());
  }

  /** The same, with its derivative in terms of the result {@code y}. */
  public Elementwise withDerivative(String formula) {
    return new Elementwise(expression, variables, Optional.of(Formulas.of(formula)));
  }

  @Override
  public Value infer(String name, List<Value> operands) {
    return operands.stream()
        .filter(Value::batched)
        .findFirst()
        .map(operand -> Value.of(name, operand.shape()))
        .orElseGet(() -> Value.fixed(name, operands.get(0).shape()));
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    for (int i = 0; i < variables.size(); i++) {
      if (tape.needs(y.operand(i))) {
        add(y, i, dy, tape);
      }
    }
  }

  private void add(Equation y, int operand, Value dy, Tape tape) {
    Value x = y.operand(operand);
    Share share = share(y, variables.get(operand), dy);
    if (share.isNothing()) {
      return;
    }
    if (x.batched() == y.result().batched()) {
      if (share.passes()) {
        tape.add(x, dy);
      } else {
        tape.add(x, share.op(), share.operandArray());
      }
    } else {
      Value whole = share.passes() ? dy : tape.emit(share.op(), share.operandArray());
      tape.add(x, new SumOverBatch(x.shape()), whole);
    }
  }

  private Share share(Equation y, String variable, Value dy) {
    String gradient = freshName();
    Expression derivative = throughResult.orElseGet(() -> Derivative.of(expression, variable));
    Expression share = Simplification.of(new Expression.Variable(gradient).times(derivative));
    List<String> names = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    for (String name : share.variables()) {
      names.add(name);
      values.add(name.equals(gradient) ? dy : value(y, name));
    }
    return new Share(of(share, names), values, share, gradient);
  }

  private Value value(Equation y, String name) {
    return throughResult.isPresent() ? y.result() : y.operand(variables.indexOf(name));
  }

  private String freshName() {
    String name = "dy";
    while (variables.contains(name)) {
      name = "d" + name;
    }
    return name;
  }

  /** What one operand's gradient gets. */
  private record Share(
      Elementwise op, List<Value> operands, Expression expression, String gradient) {

    /** Whether the formula is flat, as that of a sign is. */
    boolean isNothing() {
      return expression.equals(Expression.Constant.ZERO);
    }

    Value[] operandArray() {
      return operands.toArray(Value[]::new);
    }

    /** Whether it is the result's gradient itself. */
    boolean passes() {
      return expression.equals(new Expression.Variable(gradient));
    }
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return result.shape().size() * Math.max(1, (expression.size() - 1) / 2);
  }

  @Override
  public boolean inPlace(int operand) {
    return true;
  }

  /** How many operands are vectors, which all rows share. */
  public static Optional<Shape> vector(List<Value> operands) {
    boolean batched = operands.stream().anyMatch(Value::batched);
    return operands.stream()
        .filter(operand -> batched && !operand.batched())
        .map(Value::shape)
        .findFirst();
  }

  @Override
  public String toString() {
    return expression.toString();
  }
}
