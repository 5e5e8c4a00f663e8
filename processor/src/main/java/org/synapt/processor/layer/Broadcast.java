package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.op.Spread;
import org.synapt.processor.shape.Shape;

/**
 * Shapes meet as in NumPy: from the last axis on, an extent of 1 or a missing axis takes the extent
 * of the other.
 */
final class Broadcast {

  private Broadcast() {}

  /** The shape that two meet in; empty if they disagree. */
  static Optional<Shape> of(Shape a, Shape b) {
    if (a.rank() < b.rank()) {
      return of(b, a);
    }
    Shape met = a;
    int missing = a.rank() - b.rank();
    for (int axis = 0; axis < b.rank(); axis++) {
      int mine = a.extent(missing + axis);
      int other = b.extent(axis);
      if (mine != other && mine != 1 && other != 1) {
        return Optional.empty();
      }
      met = met.with(missing + axis, mine == 1 ? other : mine);
    }
    return Optional.of(met);
  }

  /** The shape that all meet in; empty if some disagree. */
  static Optional<Shape> of(List<Shape> shapes) {
    Optional<Shape> met = Optional.of(shapes.get(0));
    for (Shape shape : shapes) {
      met = met.flatMap(known -> of(known, shape));
    }
    return met;
  }

  /**
   * Writes what gives a value the shape that it met others in.
   *
   * <p>A value that is not batched keeps off the leading axes, because an elementwise op repeats it
   * along them by itself.
   */
  static Value to(Shape shape, Value value, Lowering lowering) {
    int missing = shape.rank() - value.shape().rank();
    Shape kept = kept(shape, value.shape());
    int first = value.batched() ? 0 : leading(shape, value.shape());
    Value spread =
        kept.equals(value.shape()) ? value : lowering.emit("squeezed", new Reshape(kept), value);
    for (int axis = first; axis < shape.rank(); axis++) {
      boolean has = axis >= missing && keeps(shape, value.shape(), axis);
      if (!has) {
        Spread along = new Spread(axis - first, shape.extent(axis));
        spread = lowering.emit("spread", along, spread);
      }
    }
    return spread;
  }

  /** The axes of a value that are not to be repeated. */
  private static Shape kept(Shape shape, Shape of) {
    Shape kept = of;
    int missing = shape.rank() - of.rank();
    for (int axis = of.rank() - 1; axis >= 0; axis--) {
      if (!keeps(shape, of, missing + axis)) {
        kept = kept.without(axis);
      }
    }
    return kept;
  }

  /** Whether a value has the extent of the shape along an axis of the shape. */
  private static boolean keeps(Shape shape, Shape of, int axis) {
    int missing = shape.rank() - of.rank();
    return of.extent(axis - missing) == shape.extent(axis);
  }

  /** How many axes of the shape come before the first that a value has. */
  private static int leading(Shape shape, Shape of) {
    int missing = shape.rank() - of.rank();
    int axis = missing;
    while (axis < shape.rank() && !keeps(shape, of, axis)) {
      axis++;
    }
    return axis;
  }
}
