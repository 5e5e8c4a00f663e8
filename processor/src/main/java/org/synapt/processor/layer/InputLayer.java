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
 * <p>Problems: {@link Code#InputShape}, {@link Code#TooManyElements}.
 */
final class InputLayer implements Layer {

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
      if (extent < 1) {
        problems.add(
            Code.InputShape,
            layer.origin("shape"),
            "an extent of %s is %s in %s".formatted(use.row(), extent, shape),
            "state extents of at least 1, without the batch");
        return Optional.empty();
      }
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
