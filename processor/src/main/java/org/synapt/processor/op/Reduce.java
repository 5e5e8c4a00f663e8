package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;

/**
 * y = Σ x or y = max x along one axis, which goes away.
 *
 * <pre>x [b, …, k, …]   →   y [b, …, …]</pre>
 *
 * <p>Where several elements are the largest, they share the gradient, as in TensorFlow.
 */
public record Reduce(Kind kind, int axis) implements DifferentiableOp {

  /** What is made of the elements of the axis. */
  public enum Kind {
    SUM,
    MAX
  }

  public static Reduce sum(int axis) {
    return new Reduce(Kind.SUM, axis);
  }

  public static Reduce max(int axis) {
    return new Reduce(Kind.MAX, axis);
  }

  @Override
  public Value infer(String name, List<Value> operands) {
    Value x = operands.get(0);
    return new Value(name, x.shape().without(axis), x.batched());
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    Value x = y.operand(0);
    Spread spread = new Spread(axis, x.shape().extent(axis));
    if (kind == Kind.SUM) {
      tape.add(x, spread, dy);
    } else {
      Value largest = tape.emit(spread, y.result());
      Value mask = tape.emit(Elementwise.of("x >= y ? 1 : 0", "x", "y"), x, largest);
      Value count = tape.emit(sum(axis), mask);
      Value each = tape.emit(Elementwise.of("dy / n", "dy", "n"), dy, count);
      tape.add(x, Elementwise.of("mask * dy", "mask", "dy"), mask, tape.emit(spread, each));
    }
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return operands.get(0).shape().size();
  }

  @Override
  public String toString() {
    return (kind == Kind.SUM ? "sum" : "max") + "<" + axis + ">";
  }
}
