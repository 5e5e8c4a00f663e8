package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;

/**
 * What an equation wrote in a {@link Room}.
 *
 * <pre>room, the equation's result   →   what is in the room now</pre>
 */
public record Written() implements Op {

  @Override
  public Value infer(String name, List<Value> operands) {
    Value room = operands.get(0);
    return new Value(name, room.shape(), room.batched());
  }

  @Override
  public boolean alias() {
    return true;
  }

  @Override
  public String toString() {
    return "written";
  }
}
