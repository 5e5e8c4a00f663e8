package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.AlphaMask;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Room;
import org.synapt.processor.op.Written;
import org.synapt.processor.shape.Shape;

/**
 * y = x · mask + shift while training, y = x while predicting; keeps mean 0 and deviation 1.
 *
 * <pre>x [b, …]   mask, shift [b, noiseShape]   →   y [b, …]</pre>
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#NoiseShape}.
 */
final class AlphaDropoutLayer implements Layer {
  private static final Elementwise FORMULA =
      Elementwise.of("x * mask + shift", "x", "mask", "shift");

  @Override
  public String annotation() {
    return "AlphaDropout";
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
    return "alphaDropout(%s)".formatted(layer.decimal("rate"));
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    float rate = (float) layer.decimal("rate");
    if (!lowering.training() || rate == 0) {
      return x;
    }
    Shape noise = NoiseShape.of(layer, x.shape());
    Value room = lowering.emit("room", Room.batched(noise));
    Value mask = lowering.emit("mask", new AlphaMask(rate, lowering.stream(), noise), room);
    Value shift = lowering.emit("shift", new Written(), room, mask);
    return lowering.emit(
        "kept",
        FORMULA,
        x,
        Broadcast.to(x.shape(), mask, lowering),
        Broadcast.to(x.shape(), shift, lowering));
  }
}
