package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;

/** Joins values along one axis: {@code [b, …, i, …], [b, …, j, …] → [b, …, i + j, …]}. */
public record Concatenate(int axis) implements DifferentiableOp {

  @Override
  public Value infer(String name, List<Value> operands) {
    int extent = operands.stream().mapToInt(operand -> operand.shape().extent(axis)).sum();
    return Value.of(name, operands.get(0).shape().with(axis, extent));
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    int from = 0;
    for (Value operand : y.operands()) {
      int extent = operand.shape().extent(axis);
      tape.add(operand, new Slice(axis, from, extent), dy);
      from += extent;
    }
  }

  @Override
  public String toString() {
    return "concatenate<" + axis + ">";
  }
}
