package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/** The same elements in the same order, with other axes: {@code x [b, …] → y [b, shape]}. */
public record Reshape(Shape shape) implements DifferentiableOp {

  @Override
  public Value infer(String name, List<Value> operands) {
    return new Value(name, shape, operands.get(0).batched());
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    tape.add(y.operand(0), new Reshape(y.operand(0).shape()), dy);
  }

  @Override
  public boolean alias() {
    return true;
  }

  @Override
  public String toString() {
    return "reshape<" + shape + ">";
  }
}
