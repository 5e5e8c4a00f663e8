package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * The mask of a dropout: {@code 1 / (1 − rate)} or 0, drawn anew in each step.
 *
 * @param rate the share that is 0
 * @param stream what tells this mask's draws from those of others
 * @param shape the shape of the mask
 */
public record RandomMask(float rate, int stream, Shape shape) implements Op {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, shape);
  }

  @Override
  public String toString() {
    return "randomMask<" + rate + ", " + stream + ", " + shape + ">";
  }
}
