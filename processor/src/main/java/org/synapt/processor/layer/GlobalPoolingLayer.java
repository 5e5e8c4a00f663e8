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
import org.synapt.processor.shape.Shape;

/**
 * y = max x or y = Σ x / n over all positions, for each channel.
 *
 * <pre>x [b, image…, c]   →   y [b, c], or [b, 1…, c] if the axes are kept</pre>
 *
 * <p>Problems: {@link Code#NotAnImage}.
 */
final class GlobalPoolingLayer implements Layer {
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
  public String describe(Mention layer) {
    return ImageKind.name(layer);
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    Value pooled = pooled(positions(x, lowering), lowering);
    Shape result = result(layer, x.shape());
    return pooled.shape().equals(result)
        ? pooled
        : lowering.emit("kept", new Reshape(result), pooled);
  }

  /** All positions along one axis. */
  private Value positions(Value x, Lowering lowering) {
    int positions = Math.toIntExact(x.shape().product(0, image.rank()));
    return image.rank() == 1
        ? x
        : lowering.emit("positions", new Reshape(Shape.of(positions, x.shape().last())), x);
  }

  private Value pooled(Value x, Lowering lowering) {
    if (kind == PoolingLayer.Kind.MAX) {
      return lowering.emit("largest", Reduce.max(0), x);
    }
    Value sum = lowering.emit("sum", Reduce.sum(0), x);
    return lowering.emit("mean", Elementwise.of("sum / " + x.shape().extent(0), "sum"), sum);
  }
}
