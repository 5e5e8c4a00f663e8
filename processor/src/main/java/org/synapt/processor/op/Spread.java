package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;

/**
 * Repeats x along a new axis.
 *
 * <pre>x [b, …, …]   →   y [b, …, extent, …]</pre>
 *
 * @param axis where the new axis stands in the result
 * @param extent how often x is repeated
 */
public record Spread(int axis, int extent) implements DifferentiableOp {

  @Override
  public Value infer(String name, List<Value> operands) {
    Value x = operands.get(0);
    return new Value(name, x.shape().inserting(axis, extent), x.batched());
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    tape.add(y.operand(0), Reduce.sum(axis), dy);
  }

  @Override
  public String toString() {
    return "spread<" + axis + ", " + extent + ">";
  }
}
