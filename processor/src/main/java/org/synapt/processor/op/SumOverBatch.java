package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * y = Σ x over the batch and all leading axes that the result lacks: the gradient of a vector that
 * all rows share.
 *
 * <pre>x [b, …, k]   →   y [k]</pre>
 *
 * @param shape the shape of the result
 */
public record SumOverBatch(Shape shape) implements Op {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.fixed(name, shape);
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return operands.get(0).shape().size();
  }

  @Override
  public String toString() {
    return "sumOverBatch";
  }
}
