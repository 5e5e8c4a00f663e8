package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Interpolation;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.op.Spread;
import org.synapt.processor.shape.Shape;

/**
 * An image made several times as large: each position repeated, or what lies between its middles
 * filled in.
 *
 * <pre>x [b, image…, c]   →   y [b, size · image…, c]</pre>
 *
 * <p>Problems: {@link Code#NotAnImage}, {@link Code#NumbersPerAxis}, {@link
 * Code#AttributeOutOfRange}, {@link Code#IdleAttribute}, {@link Code#TooManyElements}.
 */
final class UpSamplingLayer implements Layer {
  private static final String SIZE = "size";
  private static final String INTERPOLATION = "interpolation";

  private final ImageKind image;

  /** A layer for such images. */
  UpSamplingLayer(ImageKind image) {
    this.image = image;
  }

  @Override
  public String annotation() {
    return "UpSampling%sD".formatted(image.rank());
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    boolean sound = numbers(layer).checkNumbers(SIZE, 1, problems);
    if (!(image.check(use, problems) & sound)) {
      return Optional.empty();
    }
    if (Collections.max(sizes(layer)) == 1) {
      problems.add(
          Code.IdleAttribute,
          layer.origin(SIZE),
          "@%s changes nothing: size is 1".formatted(layer.name()),
          "state a size above 1, or remove the row");
    }
    return Sizes.checked(use.row(), extents(layer, use.shape(0)), layer.origin(SIZE), problems);
  }

  private MovingWindow numbers(Mention layer) {
    return new MovingWindow(layer, SIZE, image);
  }

  private List<Integer> sizes(Mention layer) {
    return numbers(layer).numbers(SIZE);
  }

  private List<Long> extents(Mention layer, Shape x) {
    List<Long> extents = new ArrayList<>();
    for (int axis = 0; axis < image.rank(); axis++) {
      extents.add((long) x.extent(axis) * sizes(layer).get(axis));
    }
    extents.add((long) x.last());
    return extents;
  }

  private static boolean isBilinear(Mention layer) {
    return layer.attributes().containsKey(INTERPOLATION)
        && layer.constant(INTERPOLATION).equals("BILINEAR");
  }

  @Override
  public String describe(Mention layer) {
    String kind = isBilinear(layer) ? ", bilinear" : "";
    return "%s(%s%s)".formatted(ImageKind.name(layer), numbers(layer).joined(SIZE), kind);
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    List<Integer> sizes = sizes(layer);
    return isBilinear(layer) ? between(x, sizes, lowering) : repeated(x, sizes, lowering);
  }

  private static Value between(Value x, List<Integer> sizes, Lowering lowering) {
    Value y = x;
    for (int axis = 0; axis < sizes.size(); axis++) {
      if (sizes.get(axis) > 1) {
        y = lowering.emit("between", new Interpolation(axis, sizes.get(axis)), y);
      }
    }
    return y;
  }

  /** The last axis first, so that what is repeated after it is longer stretches. */
  private static Value repeated(Value x, List<Integer> sizes, Lowering lowering) {
    Value y = x;
    Shape shape = x.shape();
    for (int axis = sizes.size() - 1; axis >= 0; axis--) {
      if (sizes.get(axis) > 1) {
        y = lowering.emit("repeated", new Spread(axis + 1, sizes.get(axis)), y);
        shape = shape.with(axis, shape.extent(axis) * sizes.get(axis));
      }
    }
    return y.equals(x) ? x : lowering.emit("larger", new Reshape(shape), y);
  }
}
