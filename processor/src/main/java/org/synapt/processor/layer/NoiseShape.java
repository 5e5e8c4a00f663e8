package org.synapt.processor.layer;

import java.util.List;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;

/**
 * The attribute {@code noiseShape}: the extents of a mask, each the value's or 1.
 *
 * <p>Problems: {@link Code#NoiseShape}.
 */
final class NoiseShape {

  private NoiseShape() {}

  /** The shape of the mask of a value. */
  static Shape of(Mention layer, Shape x) {
    List<Integer> stated = layer.integers("noiseShape");
    return stated.isEmpty() ? x : new Shape(stated);
  }

  /** Whether the mask can be repeated along the value. */
  static boolean check(Use use, Problems problems) {
    Shape x = use.shape(0);
    Shape noise = of(use.layer(), x);
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
}
