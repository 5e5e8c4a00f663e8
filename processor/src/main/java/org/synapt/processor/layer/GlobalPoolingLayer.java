package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Reduce;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.op.Spread;
import org.synapt.processor.shape.Shape;

/**
 * y = max x or y = Σ x / n over all positions, for each channel.
 *
 * <pre>x [b, image…, c]   →   y [b, c], or [b, 1…, c] if the axes are kept</pre>
 *
 * <p>The mean over a sequence is that of the steps that count, and 0 where none does.
 *
 * <p>Problems: {@link Code#NotAnImage}.
 */
final class GlobalPoolingLayer implements Layer {
  private static final Elementwise MEAN_OF_COUNTED =
      Elementwise.of("sum / max(count, 1)", "sum", "count");

  private final PoolingLayer.Kind kind;
  private final ImageKind image;

  /**
   * A layer.
   *
   * @param kind what it makes of the positions
   * @param image what has the positions
   */
  GlobalPoolingLayer(PoolingLayer.Kind kind, ImageKind image) {
    this.kind = kind;
    this.image = image;
  }

  @Override
  public String annotation() {
    return "Global%s%sD".formatted(kind, image.rank());
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    return image.check(use, problems)
        ? Optional.of(result(use.layer(), use.shape(0)))
        : Optional.empty();
  }

  private Shape result(Mention layer, Shape x) {
    Shape result = Shape.of(x.last());
    for (int axis = 0; axis < image.rank() && layer.flag("keepdims"); axis++) {
      result = result.inserting(0, 1);
    }
    return result;
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public String describe(Mention layer) {
    return ImageKind.name(layer);
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    Value pooled =
        mask(x, lowering)
            .map(mask -> meanOfCounted(x, mask, lowering))
            .orElseGet(() -> pooled(positions(x, lowering), lowering));
    Shape result = result(layer, x.shape());
    return pooled.shape().equals(result)
        ? pooled
        : lowering.emit("kept", new Reshape(result), pooled);
  }

  /** Which positions count; as in Keras, only the mean over a sequence asks. */
  private Optional<Value> mask(Value x, Lowering lowering) {
    return image.rank() == 1 && kind == PoolingLayer.Kind.AVERAGE
        ? lowering.mask(x)
        : Optional.empty();
  }

  private static Value meanOfCounted(Value x, Value mask, Lowering lowering) {
    Value sum = lowering.emit("sum", Reduce.sum(0), StepMask.kept(x, mask, lowering));
    Value count = lowering.emit("count", Reduce.sum(0), mask);
    Value counts = lowering.emit("counts", new Spread(0, x.shape().last()), count);
    return lowering.emit("mean", MEAN_OF_COUNTED, sum, counts);
  }

  /** All positions along one axis, where they can be counted. */
  private Value positions(Value x, Lowering lowering) {
    int positions = Math.toIntExact(x.shape().product(0, image.rank()));
    return image.rank() == 1 || !x.shape().symbols(0, image.rank()).isEmpty()
        ? x
        : lowering.emit("positions", new Reshape(Shape.of(positions, x.shape().last())), x);
  }

  private Value pooled(Value x, Lowering lowering) {
    int axes = x.shape().rank() - 1;
    if (kind == PoolingLayer.Kind.MAX) {
      return lowering.emit("largest", Reduce.max(0, axes), x);
    }
    Value sum = lowering.emit("sum", Reduce.sum(0, axes), x);
    return Mean.of("mean", sum, x.shape().count(0, axes), lowering);
  }
}
