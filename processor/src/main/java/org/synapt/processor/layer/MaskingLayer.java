package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Detach;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Reduce;
import org.synapt.processor.shape.Shape;

/**
 * y = x where a step has anything but the value that masks it, else 0; such steps do not count.
 *
 * <pre>x [b, T, …]   →   y [b, T, …]   mask [b, T]</pre>
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#MissingAxis}.
 */
final class MaskingLayer implements Layer {
  private static final String VALUE = "maskValue";

  @Override
  public String annotation() {
    return "Masking";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    boolean sound = Bounds.isFloat(use.layer(), VALUE, problems);
    Shape x = use.shape(0);
    if (x.rank() < 2) {
      problems.add(
          Code.MissingAxis,
          use.operands().get(0).origin(),
          "masking looks at the features of each step, but %s has no steps with features"
              .formatted(use.operandText()),
          use.tracing("give it the shape [steps, features]"));
      return Optional.empty();
    }
    return sound ? Optional.of(x) : Optional.empty();
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public String describe(Mention layer) {
    return "masking(%s)".formatted(layer.decimal(VALUE));
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    float value = (float) layer.decimal(VALUE);
    Value other = lowering.emit("other", Elementwise.of("x == " + value + " ? 0 : 1", "x"), x);
    Value any = lowering.emit("any", Reduce.max(1, x.shape().rank() - 1), other);
    Value mask = lowering.emit("mask", new Detach(), any);
    return lowering.masked(StepMask.kept(x, mask, lowering), mask);
  }
}
