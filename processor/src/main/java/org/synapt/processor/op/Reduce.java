package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * y = Σ x or y = max x along an axis, or several that follow one another, which go away.
 *
 * <pre>x [b, …, k, …]   →   y [b, …, …]</pre>
 *
 * <p>Where several elements are the largest, they share the gradient, as in TensorFlow.
 *
 * @param kind what is made of the elements
 * @param axis the first axis
 * @param axes how many axes go away
 */
public record Reduce(Kind kind, int axis, int axes) implements DifferentiableOp {

  /** What is made of the elements of the axis. */
  public enum Kind {
    SUM,
    MAX
  }

  public static Reduce sum(int axis) {
    return sum(axis, 1);
  }

  public static Reduce max(int axis) {
    return max(axis, 1);
  }

  public static Reduce sum(int axis, int axes) {
    return new Reduce(Kind.SUM, axis, axes);
  }

  public static Reduce max(int axis, int axes) {
    return new Reduce(Kind.MAX, axis, axes);
  }

  @Override
  public Value infer(String name, List<Value> operands) {
    Value x = operands.get(0);
    Shape shape = x.shape();
    for (int i = 0; i < axes; i++) {
      shape = shape.without(axis);
    }
    return new Value(name, shape, x.batched());
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    Value x = y.operand(0);
    if (kind == Kind.SUM) {
      tape.add(x, lastSpread(x), spreadButLast(x, dy, tape));
    } else {
      Value largest = spread(x, y.result(), tape);
      Value mask = tape.emit(Elementwise.of("x >= y ? 1 : 0", "x", "y"), x, largest);
      Value count = tape.emit(sum(axis, axes), mask);
      Value each = tape.emit(Elementwise.of("dy / n", "dy", "n"), dy, count);
      tape.add(x, Elementwise.of("mask * dy", "mask", "dy"), mask, spread(x, each, tape));
    }
  }

  /** What has the result's shape, repeated along the axes of x that went away. */
  private Value spread(Value x, Value of, Tape tape) {
    return tape.emit(lastSpread(x), spreadButLast(x, of, tape));
  }

  private Value spreadButLast(Value x, Value of, Tape tape) {
    Value spread = of;
    for (int i = 0; i < axes - 1; i++) {
      spread = tape.emit(new Spread(axis + i, x.shape().extent(axis + i)), spread);
    }
    return spread;
  }

  private Spread lastSpread(Value x) {
    int last = axis + axes - 1;
    return new Spread(last, x.shape().extent(last));
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return operands.get(0).shape().size();
  }

  @Override
  public String toString() {
    return (kind == Kind.SUM ? "sum" : "max")
        + "<"
        + axis
        + (axes == 1 ? "" : ".." + (axis + axes - 1))
        + ">";
  }
}
