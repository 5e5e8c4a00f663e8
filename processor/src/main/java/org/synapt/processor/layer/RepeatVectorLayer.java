package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Spread;
import org.synapt.processor.shape.Shape;

/**
 * Repeats a vector along a new first axis: {@code x [b, k] → y [b, n, k]}.
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#NotAVector}, {@link
 * Code#TooManyElements}.
 */
final class RepeatVectorLayer implements Layer {

  @Override
  public String annotation() {
    return "RepeatVector";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    boolean sound = Bounds.positive(layer, "n", problems);
    Shape x = use.shape(0);
    if (x.rank() != 1) {
      problems.add(
          Code.NotAVector,
          use.operands().get(0).origin(),
          "only vectors can be repeated, but %s has %s axes".formatted(use.operandText(), x.rank()),
          use.tracing("flatten it first"));
      return Optional.empty();
    }
    return sound
        ? Sizes.checked(use.row(), x.inserting(0, layer.integer("n")), layer.origin("n"), problems)
        : Optional.empty();
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public String describe(Mention layer) {
    return "repeatVector(%s)".formatted(layer.integer("n"));
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    return lowering.emit("repeated", new Spread(0, layer.integer("n")), operands.get(0));
  }
}
