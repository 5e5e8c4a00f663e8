package org.synapt.processor.layer;

import java.util.List;
import java.util.Locale;
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
    report(name + " " + shape, shape.size(), origin, problems);
    return Optional.empty();
  }

  /**
   * The shape of these extents, unless it has more elements than an index counts.
   *
   * @param name whose shape it is: a row
   * @param origin what makes it so large
   */
  static Optional<Shape> checked(
      String name, List<Long> extents, Origin origin, Problems problems) {
    long elements = 1;
    for (long extent : extents) {
      elements = extent > Long.MAX_VALUE / elements ? Long.MAX_VALUE : elements * extent;
    }
    if (elements <= Integer.MAX_VALUE) {
      return Optional.of(new Shape(extents.stream().map(Math::toIntExact).toList()));
    }
    report(name + " " + extents, elements, origin, problems);
    return Optional.empty();
  }

  /** Tells of something that has more elements than an index counts. */
  static void report(String name, long elements, Origin origin, Problems problems) {
    problems.add(
        Code.TooManyElements,
        origin,
        "%s has %s elements".formatted(name, count(elements)),
        "stay below %s elements, which is what an index counts"
            .formatted(count(Integer.MAX_VALUE)));
  }

  /** {@code 2,147,483,648}, in whatever language the compiler runs. */
  static String count(long elements) {
    return elements == Long.MAX_VALUE ? "countless" : String.format(Locale.ROOT, "%,d", elements);
  }
}
