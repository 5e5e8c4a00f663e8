package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;

/** Class numbers as rows with a single 1: {@code x [b, …] → y [b, …, n]}. */
public record OneHot(int n) implements Op {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, operands.get(0).shape().inserting(operands.get(0).shape().rank(), n));
  }

  @Override
  public String toString() {
    return "oneHot<" + n + ">";
  }
}
