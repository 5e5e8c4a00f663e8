package org.synapt.processor.layer;

import java.util.Optional;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;

/** What an index can count. */
final class Sizes {

  private Sizes() {}

  /**
   * The shape itself, unless it has more elements than an index counts.
   *
   * @param name whose shape it is: a row or a parameter of it
   * @param origin what makes it so large
   */
  static Optional<Shape> checked(String name, Shape shape, Origin origin, Problems problems) {
    if (shape.size() <= Integer.MAX_VALUE) {
      return Optional.of(shape);
    }
    problems.add(
        Code.TooManyElements,
        origin,
        "%s %s has %s elements".formatted(name, shape, count(shape.size())),
        "stay below %,d elements, which is what an index counts".formatted(Integer.MAX_VALUE));
    return Optional.empty();
  }

  private static String count(long elements) {
    return elements == Long.MAX_VALUE ? "countless" : "%,d".formatted(elements);
  }
}
