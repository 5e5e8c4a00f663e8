package org.synapt.processor.model;

import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.shape.Shape;

/**
 * What a row gives.
 *
 * @param name what the rows below call it
 * @param entry the entry that makes it
 * @param shape its shape
 * @param trace the chain of shapes that leads to it
 * @param maker the annotation of the layer that makes it; empty where a block is tried for itself
 * @param folded the extents that count as examples where it is made
 */
record Result(
    String name, String entry, Shape shape, String trace, Optional<Mention> maker, Shape folded) {

  /** A value of which is not known what makes it. */
  Result(String name, String entry, Shape shape, String trace) {
    this(name, entry, shape, trace, Optional.empty(), Shape.of());
  }

  /** The same under the name of the row that has it. */
  Result as(String row) {
    return new Result(row, entry, shape, trace, maker, folded);
  }

  /** The same with another shape: each of its steps for itself, or all of them. */
  Result of(Shape other) {
    return new Result(name, entry, other, trace, maker, folded);
  }
}
