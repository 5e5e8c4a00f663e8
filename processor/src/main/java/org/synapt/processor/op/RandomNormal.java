package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * Normal numbers, drawn anew in each step; their mean while evaluating.
 *
 * @param mean the mean
 * @param deviation the standard deviation
 * @param stream what tells these draws from those of others
 * @param shape the shape of the noise
 */
public record RandomNormal(float mean, float deviation, int stream, Shape shape) implements Op {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, shape);
  }

  @Override
  public String toString() {
    return "randomNormal<%s, %s, %s, %s>".formatted(mean, deviation, stream, shape);
  }
}
