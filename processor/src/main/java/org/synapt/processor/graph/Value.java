package org.synapt.processor.graph;

import org.synapt.processor.shape.Shape;

/**
 * What an equation makes or takes.
 *
 * @param name unique in its graph
 * @param shape the extents, without the batch
 * @param batched whether every example has one; parameters and their gradients are not batched
 */
public record Value(String name, Shape shape, boolean batched) {

  /** A value that every example has. */
  public static Value of(String name, Shape shape) {
    return new Value(name, shape, true);
  }

  /** A value that does not grow with the batch. */
  public static Value fixed(String name, Shape shape) {
    return new Value(name, shape, false);
  }

  /** {@code [b, 128]}, or {@code [784, 128]} where the batch does not count. */
  public String type() {
    return batched ? shape.batched() : shape.toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
