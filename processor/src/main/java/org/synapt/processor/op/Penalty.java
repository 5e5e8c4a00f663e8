package org.synapt.processor.op;

import java.util.ArrayList;
import java.util.List;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * penalty = l1 · Σ|x| + l2 · Σx², of what every example has over the batch.
 *
 * <pre>x […] or x [b, …]   →   penalty []      dx = l1 · sign(x) + 2 · l2 · x, over the batch</pre>
 *
 * <p>It is a part of the loss itself, so no gradient of its own comes from anywhere.
 */
public record Penalty(double l1, double l2) implements Op {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.fixed(name, Shape.of());
  }

  /** Adds the gradient of a penalty in the loss to the tape. */
  public void differentiate(Equation penalty, Tape tape) {
    tape.add(penalty.operand(0), new Gradient(this), penalty.operand(0));
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return 3 * operands.get(0).shape().size();
  }

  /** The formula: {@code 0.01 * Σ|w| + 1e-4 * Σw²}. */
  public String of(Value x, String name) {
    List<String> terms = new ArrayList<>();
    if (l1 != 0) {
      terms.add(number(l1) + " * Σ|" + name + "|");
    }
    if (l2 != 0) {
      terms.add(number(l2) + " * Σ" + name + "²");
    }
    String sum = String.join(" + ", terms);
    if (!x.batched()) {
      return sum;
    }
    return (terms.size() > 1 ? "(" + sum + ")" : sum) + " / batch";
  }

  private static String number(double number) {
    return new Expression.Constant(number).toString();
  }

  @Override
  public String toString() {
    return "penalty<" + number(l1) + ", " + number(l2) + ">";
  }

  /** dx, from x. */
  public record Gradient(Penalty penalty) implements Op {

    @Override
    public Value infer(String name, List<Value> operands) {
      Value x = operands.get(0);
      return new Value(name, x.shape(), x.batched());
    }

    @Override
    public long flops(List<Value> operands, Value result) {
      return 3 * result.shape().size();
    }

    @Override
    public String toString() {
      return "gradient of " + penalty;
    }
  }
}
