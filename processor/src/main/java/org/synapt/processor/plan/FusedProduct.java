package org.synapt.processor.plan;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;

/**
 * y = f(a · b) or f(a · b, bias), where a · b is a product of matrices or a convolution.
 *
 * @param product the op that multiplies
 * @param epilogue the formula; its first variable is the product
 */
public record FusedProduct(Op product, Elementwise epilogue) implements Op {

  @Override
  public Value infer(String name, List<Value> operands) {
    return product.infer(name, operands);
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return product.flops(operands, result) + epilogue.flops(List.of(), result);
  }

  @Override
  public String toString() {
    return product + " then " + epilogue;
  }
}
