package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;

/**
 * y = sum + op(operands), added where the sum lies.
 *
 * @param op what gives the further share
 */
public record Accumulate(Op op) implements Op {

  @Override
  public Value infer(String name, List<Value> operands) {
    return op.infer(name, operands.subList(1, operands.size()));
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return op.flops(operands.subList(1, operands.size()), result);
  }

  @Override
  public boolean inPlace(int operand) {
    return operand == 0;
  }

  @Override
  public String toString() {
    return "add " + op;
  }
}
