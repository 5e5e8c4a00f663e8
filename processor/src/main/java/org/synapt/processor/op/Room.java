package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * Memory that an equation below writes besides its result; nothing runs here.
 *
 * @param shape the extents, without the batch
 * @param batched whether every example has one
 */
public record Room(Shape shape, boolean batched) implements Op {

  /** Room that does not grow with the batch. */
  public static Room fixed(Shape shape) {
    return new Room(shape, false);
  }

  /** Room for something of every example. */
  public static Room batched(Shape shape) {
    return new Room(shape, true);
  }

  @Override
  public Value infer(String name, List<Value> operands) {
    return new Value(name, shape, batched);
  }

  @Override
  public String toString() {
    return (batched ? "batchRoom<" : "room<") + shape + ">";
  }
}
