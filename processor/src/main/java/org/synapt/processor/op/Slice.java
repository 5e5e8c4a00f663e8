package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;

/**
 * A range of one axis: what {@link Concatenate} gives back to each operand.
 *
 * <pre>x [b, …, k, …]   →   y [b, …, extent, …]</pre>
 */
public record Slice(int axis, int from, int extent) implements Op {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, operands.get(0).shape().with(axis, extent));
  }

  @Override
  public String toString() {
    return "slice<" + axis + ", " + from + ", " + extent + ">";
  }
}
