package org.synapt.processor.layer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * y = f(x), with {@code x [b, …] → y [b, …]}.
 *
 * <p>Problems: {@link Code#MissingAxis}, {@link Code#SoftmaxOverOne}.
 */
final class ActivationLayer implements Layer {

  @Override
  public String annotation() {
    return "Activation";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    return Activations.check(use.layer(), "value", use.row(), use.shape(0), problems)
        ? Optional.of(use.shape(0))
        : Optional.empty();
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public String describe(Mention layer) {
    return layer.constant("value").toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isAlikeAtEveryStep() {
    return true;
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    return Activations.lower(layer.constant("value"), operands.get(0), lowering);
  }
}
