package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * A dropout of whole channels: y = x · mask while training, y = x while predicting.
 *
 * <pre>x [b, image…, c]   mask [b, 1…, c]   →   y [b, image…, c]</pre>
 *
 * <p>Problems: {@link Code#NotAnImage}, {@link Code#AttributeOutOfRange}.
 */
final class SpatialDropoutLayer implements Layer {
  private final ImageKind image;

  /** A layer for such images. */
  SpatialDropoutLayer(ImageKind image) {
    this.image = image;
  }

  @Override
  public String annotation() {
    return "SpatialDropout%sD".formatted(image.rank());
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    boolean sound = image.check(use, problems) & Bounds.share(use.layer(), "rate", problems);
    return sound ? Optional.of(use.shape(0)) : Optional.empty();
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public String describe(Mention layer) {
    return "%s(%s)".formatted(ImageKind.name(layer), layer.decimal("rate"));
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    Shape noise = x.shape();
    for (int axis = 0; axis < image.rank(); axis++) {
      noise = noise.with(axis, 1);
    }
    return DropoutLayer.lower(x, layer.decimal("rate"), noise, lowering);
  }
}
