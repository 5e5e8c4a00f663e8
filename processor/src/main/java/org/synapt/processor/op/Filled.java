package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Count;
import org.synapt.processor.shape.Shape;

/**
 * A number that each batch decides, such as how many steps a mean is of, in every element of a
 * vector that all examples share.
 *
 * @param shape the shape of the vector
 * @param number the number
 */
public record Filled(Shape shape, Count number) implements Op {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.fixed(name, shape);
  }

  @Override
  public String toString() {
    return "filled<" + shape + ", " + number + ">";
  }
}
