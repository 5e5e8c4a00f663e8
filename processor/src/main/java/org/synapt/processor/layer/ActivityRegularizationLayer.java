package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * y = x, and {@code l1 · Σ|x| + l2 · Σx²} over the batch is added to the loss, which {@link
 * Regularization#ofRow} tells; {@code x [b, …] → y [b, …]}.
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#IdleAttribute}.
 */
final class ActivityRegularizationLayer implements Layer {

  @Override
  public String annotation() {
    return "ActivityRegularization";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    boolean sound =
        Bounds.notNegative(layer, "l1", problems) & Bounds.notNegative(layer, "l2", problems);
    if (!layer.states("l1") && !layer.states("l2")) {
      problems.add(
          Code.IdleAttribute,
          layer.origin(),
          "@%s adds nothing: l1 and l2 are 0 unless stated".formatted(annotation()),
          "state one of them, such as l2 = 0.01, or remove it");
    }
    return sound ? Optional.of(use.shape(0)) : Optional.empty();
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public String describe(Mention layer) {
    return "activityRegularization";
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    return operands.get(0);
  }
}
