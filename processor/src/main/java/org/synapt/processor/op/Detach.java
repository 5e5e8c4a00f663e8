package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;

/** The same value, through which no gradient flows: a row in its role as a target. */
public record Detach() implements Op {

  @Override
  public Value infer(String name, List<Value> operands) {
    Value x = operands.get(0);
    return new Value(name, x.shape(), x.batched());
  }

  @Override
  public boolean alias() {
    return true;
  }

  @Override
  public String toString() {
    return "detach";
  }
}
