package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * A row that comes from outside.
 *
 * <pre>[b, 28, 28, 1], or with extents that each batch decides: [b, any, 16]</pre>
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#InputShape}, {@link
 * Code#TooManyElements}.
 */
final class InputLayer implements Layer {
  /** {@code Input.ANY_3}, the last of the symbols. */
  private static final int LAST_SYMBOL = -3;

  @Override
  public String annotation() {
    return "Input";
  }

  @Override
  public Arity arity() {
    return Arity.NONE;
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    Shape shape = new Shape(layer.integers("shape"));
    if (shape.rank() == 0) {
      problems.add(
          Code.InputShape,
          layer.origin(),
          use.row() + " has no shape",
          "state the extents of one example: shape = 784, or shape = {28, 28, 1}");
      return Optional.empty();
    }
    for (int extent : shape.extents()) {
      if (extent == 0 || extent < LAST_SYMBOL) {
        problems.add(
            Code.InputShape,
            layer.origin("shape"),
            "an extent of %s is %s in %s".formatted(use.row(), extent, shape.extents()),
            "state extents of at least 1, without the batch, or ANY where each batch decides");
        return Optional.empty();
      }
    }
    if (layer.integer("batchSize") < 0) {
      problems.add(
          Code.AttributeOutOfRange,
          layer.origin("batchSize"),
          "batchSize = %s is below 0".formatted(layer.integer("batchSize")),
          "state the most examples of a batch, or 0 where any batch will do");
      return Optional.empty();
    }
    return Sizes.checked(use.row(), shape, layer.origin("shape"), problems);
  }

  @Override
  public String describe(Mention layer) {
    return "input";
  }

  /** Never asked for: the value of an input comes from outside. */
  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    throw new IllegalStateException("an input is no equation");
  }
}
