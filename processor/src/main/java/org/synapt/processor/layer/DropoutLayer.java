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
    boolean sound = Bounds.share(use.layer(), "rate", problems) & checkNoise(use, problems);
    return sound ? Optional.of(use.shape(0)) : Optional.empty();
  }

  private static boolean checkNoise(Use use, Problems problems) {
    Shape x = use.shape(0);
    Shape noise = noise(use.layer(), x);
    if (broadcasts(noise, x)) {
      return true;
    }
    problems.add(
        Code.NoiseShape,
        use.layer().origin("noiseShape"),
        "a mask %s does not fit %s".formatted(noise, use.operandText()),
        "give each of its %s axes its own extent, or 1".formatted(x.rank()));
    return false;
  }

  private static boolean broadcasts(Shape noise, Shape x) {
    if (noise.rank() != x.rank()) {
      return false;
    }
    for (int axis = 0; axis < x.rank(); axis++) {
      if (noise.extent(axis) != x.extent(axis) && noise.extent(axis) != 1) {
        return false;
      }
    }
    return true;
  }

  private static Shape noise(Mention layer, Shape x) {
    List<Integer> stated = layer.integers("noiseShape");
    return stated.isEmpty() ? x : new Shape(stated);
  }

  @Override
  public String describe(Mention layer) {
    return "dropout(%s)".formatted(layer.decimal("rate"));
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    float rate = (float) layer.decimal("rate");
    if (!lowering.training() || rate == 0) {
      return x;
    }
    Shape noise = noise(layer, x.shape());
    Value mask = lowering.emit("mask", new RandomMask(rate, lowering.stream(), noise));
    return lowering.emit("kept", MASK, x, Broadcast.to(x.shape(), mask, lowering));
  }
}
