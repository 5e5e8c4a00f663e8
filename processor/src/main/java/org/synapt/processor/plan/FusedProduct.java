package org.synapt.processor.plan;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.MatMul;

/**
 * y = f(a · b) or f(a · b, bias).
 *
 * @param epilogue the formula; its first variable is the product
 */
public record FusedProduct(Elementwise epilogue) implements Op {

  @Override
  public Value infer(String name, List<Value> operands) {
    return MatMul.MULT.infer(name, operands);
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return MatMul.MULT.flops(operands, result) + epilogue.flops(List.of(), result);
  }

  @Override
  public String toString() {
    return "mult then " + epilogue;
  }
}
