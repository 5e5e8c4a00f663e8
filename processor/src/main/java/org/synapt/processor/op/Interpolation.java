package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * An axis drawn out to several times its length, linearly between the middles of its positions.
 *
 * <pre>x [b, …, n, …]   →   y [b, …, factor · n, …]</pre>
 *
 * @param axis the axis
 * @param factor how many times as long it becomes
 */
public record Interpolation(int axis, int factor) implements DifferentiableOp {

  @Override
  public Value infer(String name, List<Value> operands) {
    Shape x = operands.get(0).shape();
    return Value.of(name, x.with(axis, x.extent(axis) * factor));
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    tape.add(y.operand(0), new Gradient(axis, factor), dy);
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return 3 * result.shape().size();
  }

  @Override
  public String toString() {
    return "interpolation<" + axis + ", " + factor + ">";
  }

  /**
   * dx from dy.
   *
   * @param axis the axis
   * @param factor how many times as long it became
   */
  public record Gradient(int axis, int factor) implements Op {

    @Override
    public Value infer(String name, List<Value> operands) {
      Shape dy = operands.get(0).shape();
      return Value.of(name, dy.with(axis, dy.extent(axis) / factor));
    }

    @Override
    public long flops(List<Value> operands, Value result) {
      return 3 * operands.get(0).shape().size();
    }

    @Override
    public String toString() {
      return "interpolationGradient<" + axis + ", " + factor + ">";
    }
  }
}
