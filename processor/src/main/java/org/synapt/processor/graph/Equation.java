package org.synapt.processor.graph;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.synapt.processor.shape.Shape;

/**
 * One line of a graph: {@code result = op(operands)}.
 *
 * @param row the row of the declaration that it belongs to, {@code trunk[2].inner}
 * @param result what it makes
 * @param op what it does
 * @param operands what it takes
 */
public record Equation(String row, Value result, Op op, List<Value> operands) {

  /** Copies the operands. */
  public Equation {
    operands = List.copyOf(operands);
  }

  public Value operand(int i) {
    return operands.get(i);
  }

  /** The extents that count as examples in it. */
  public Shape folded() {
    return Stream.concat(Stream.of(result), operands.stream())
        .filter(Value::batched)
        .findFirst()
        .map(Value::folded)
        .orElseGet(Shape::of);
  }

  /** Floating-point operations: for one example, or in all where nothing is batched. */
  public long flops() {
    return op.flops(operands, result) * folded().size();
  }

  /** {@code hidden [b, 128] = mult(pixels, hidden.weight)}; the form used in tests and dumps. */
  @Override
  public String toString() {
    return "%s %s = %s(%s)"
        .formatted(
            result, result.type(), op, operands.stream().map(Value::name).collect(joining(", ")));
  }
}
