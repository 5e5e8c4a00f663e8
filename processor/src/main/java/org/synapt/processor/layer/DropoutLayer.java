package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.RandomMask;
import org.synapt.processor.shape.Shape;

/**
 * y = x · mask while training, y = x while predicting.
 *
 * <pre>x [b, …]   mask [b, noiseShape]   →   y [b, …]</pre>
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#NoiseShape}.
 */
final class DropoutLayer implements Layer {
  private static final Elementwise MASK = Elementwise.of("x * mask", "x", "mask");

  @Override
  public String annotation() {
    return "Dropout";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    boolean sound = Bounds.share(use.layer(), "rate", problems) & NoiseShape.check(use, problems);
    return sound ? Optional.of(use.shape(0)) : Optional.empty();
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public String describe(Mention layer) {
    return "dropout(%s)".formatted(layer.decimal("rate"));
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    return lower(x, layer.decimal("rate"), NoiseShape.of(layer, x.shape()), lowering);
  }

  /** Drops a share of a value, by a mask of a shape that is repeated along it. */
  static Value lower(Value x, double share, Shape noise, Lowering lowering) {
    float rate = (float) share;
    if (!lowering.training() || rate == 0) {
      return x;
    }
    Value mask = lowering.emit("mask", new RandomMask(rate, lowering.stream(), noise));
    return lowering.emit("kept", MASK, x, Broadcast.to(x.shape(), mask, lowering));
  }
}
