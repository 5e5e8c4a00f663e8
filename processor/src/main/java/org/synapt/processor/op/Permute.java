package org.synapt.processor.op;

import java.util.List;
import java.util.stream.IntStream;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;

/** Axis i of y is axis order[i] of x. */
public record Permute(List<Integer> order) implements DifferentiableOp {

  /** Copies the order. */
  public Permute {
    order = List.copyOf(order);
  }

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, operands.get(0).shape().permuted(order));
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    tape.add(y.operand(0), inverse(), dy);
  }

  /** The permutation that puts the axes back. */
  public Permute inverse() {
    return new Permute(IntStream.range(0, order.size()).map(order::indexOf).boxed().toList());
  }

  @Override
  public String toString() {
    return "permute<" + order + ">";
  }
}
