package org.synapt.processor.graph;

import org.synapt.processor.shape.Count;
import org.synapt.processor.shape.Shape;

/**
 * What an equation makes or takes.
 *
 * @param name unique in its graph
 * @param shape the extents, without the batch
 * @param batched whether every example has one; parameters and their gradients are not batched
 * @param folded the extents that count as examples: of {@code [b, 10, 28, 28]} where each of 10
 *     steps is an image of its own, 10
 */
public record Value(String name, Shape shape, boolean batched, Shape folded) {

  /** A value whose shape is all that an example has of it. */
  public Value(String name, Shape shape, boolean batched) {
    this(name, shape, batched, Shape.of());
  }

  /** A value that every example has. */
  public static Value of(String name, Shape shape) {
    return new Value(name, shape, true);
  }

  /** A value that does not grow with the batch. */
  public static Value fixed(String name, Shape shape) {
    return new Value(name, shape, false);
  }

  /** The same with other extents that count as examples. */
  public Value within(Shape steps) {
    return new Value(name, shape, batched, steps);
  }

  /** How many elements it has: for each example if it is batched. */
  public Count count() {
    return folded.count().times(shape.count());
  }

  /**
   * {@code [b, 128]}, or {@code [784, 128]} where the batch does not count; {@code [b * 10, 28,
   * 28]} where each of 10 steps is an example.
   */
  public String type() {
    if (!batched || folded.rank() == 0) {
      return batched ? shape.batched() : shape.toString();
    }
    return shape.batched().replaceFirst("b", "b * " + folded.count());
  }

  @Override
  public String toString() {
    return name;
  }
}
