package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * One step of a sequence.
 *
 * <pre>x [b, T, …]   →   y [b, …]</pre>
 *
 * @param index which, from 0 on; below 0 it counts from the end, -1 is the last
 */
public record Step(int index) implements DifferentiableOp {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, operands.get(0).shape().without(0));
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    Value x = y.operand(0);
    tape.add(x, new Gradient(index, x.shape().extent(0)), dy);
  }

  @Override
  public String toString() {
    return "step<" + index + ">";
  }

  /**
   * 0 in all steps but one, which is dy.
   *
   * @param index which
   * @param steps how many there are
   */
  public record Gradient(int index, int steps) implements Op {

    @Override
    public Value infer(String name, List<Value> operands) {
      Shape dy = operands.get(0).shape();
      return Value.of(name, dy.inserting(0, steps));
    }

    @Override
    public String toString() {
      return "stepGradient<" + index + ", " + steps + ">";
    }
  }
}
