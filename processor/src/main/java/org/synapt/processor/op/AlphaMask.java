package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * What an alpha dropout multiplies with, drawn anew in each step; writes what it adds to its
 * operand, a room of the same shape. While evaluating, 1 and 0.
 *
 * @param rate the share that is dropped
 * @param stream what tells this mask's draws from those of others
 * @param shape the shape of the mask
 */
public record AlphaMask(float rate, int stream, Shape shape) implements Op {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, shape);
  }

  @Override
  public boolean writes(int operand) {
    return true;
  }

  @Override
  public String toString() {
    return "alphaMask<" + rate + ", " + stream + ", " + shape + ">";
  }
}
