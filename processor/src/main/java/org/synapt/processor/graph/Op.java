package org.synapt.processor.graph;

import java.util.List;
import org.synapt.processor.shape.Shape;

/** A primitive: what an equation does with its operands. Its text form is {@code toString}. */
public interface Op {

  /**
   * The shape rule.
   *
   * @param name what the result is called
   * @param operands what the op is applied to; sound, because the front has checked
   * @return the result
   */
  Value infer(String name, List<Value> operands);

  /**
   * The result where operands have steps that count as examples: it has the same.
   *
   * @param name what the result is called
   * @param operands what the op is applied to
   * @param folded the extents that count as examples where no operand says it
   */
  default Value result(String name, List<Value> operands, Shape folded) {
    Value result = infer(name, operands);
    if (!result.batched()) {
      return result;
    }
    return operands.stream()
        .filter(Value::batched)
        .findFirst()
        .map(operand -> result.within(operand.folded()))
        .orElseGet(() -> result.within(folded));
  }

  /** Floating-point operations: for one example, or in all where nothing is batched. */
  default long flops(List<Value> operands, Value result) {
    return 0;
  }

  /**
   * Whether the result may be written over that operand, of the same shape, if it is read no more.
   */
  default boolean inPlace(int operand) {
    return false;
  }

  /** Whether the result is the first operand's memory, seen with other axes. */
  default boolean alias() {
    return false;
  }

  /** Whether it also writes that operand: room for a further result, or a moving statistic. */
  default boolean writes(int operand) {
    return false;
  }
}
