package org.synapt.processor.layer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;

/**
 * Axes in attributes: 0 is the first declared one, -1 the last; the batch does not count.
 *
 * <p>Problems: {@link Code#AxisBeyondRank}, {@link Code#RepeatedAxis}.
 */
final class Axes {
  private final Use use;
  private final String attribute;
  private final Problems problems;

  Axes(Use use, String attribute, Problems problems) {
    this.use = use;
    this.attribute = attribute;
    this.problems = problems;
  }

  /** Where an axis of a shape is, which may be counted from the end. */
  static int resolve(int axis, Shape shape) {
    return axis < 0 ? axis + shape.rank() : axis;
  }

  /** Whether no batch decides how long these axes are, as far as a shape has them. */
  static boolean areNumbers(List<Integer> axes, Shape shape) {
    return axes.stream()
        .map(axis -> resolve(axis, shape))
        .noneMatch(axis -> axis >= 0 && axis < shape.rank() && shape.isSymbol(axis));
  }

  /** The axis of an operand that a number means, if there is such a one. */
  OptionalInt of(int operand, int axis) {
    Shape shape = use.shape(operand);
    int resolved = resolve(axis, shape);
    if (resolved >= 0 && resolved < shape.rank()) {
      return OptionalInt.of(resolved);
    }
    problems.add(
        Code.AxisBeyondRank,
        use.layer().origin(attribute),
        finding(use.operands().get(operand).name() + " " + shape, axis, shape.rank()),
        use.tracing(remedy(axis, shape.rank())));
    return OptionalInt.empty();
  }

  private String finding(String operand, int axis, int rank) {
    if (rank > 0 && axis == rank) {
      return "%s = %s would be the last axis of %s if the batch counted"
          .formatted(attribute, axis, operand);
    } else if (rank > 0 && axis == -rank - 1) {
      return "%s = %s would be the batch of %s".formatted(attribute, axis, operand);
    }
    return "%s = %s, but %s has %s".formatted(attribute, axis, operand, count(rank));
  }

  private static String count(int rank) {
    return rank == 0 ? "no axis" : rank == 1 ? "one axis" : rank + " axes";
  }

  private String remedy(int axis, int rank) {
    if (rank == 0) {
      return "reshape it first";
    } else if (axis == rank) {
      return "axes do not count the batch: write %s, or -1 for the last".formatted(rank - 1);
    }
    return rank == 1
        ? "write 0, the only axis beside the batch"
        : "write one from 0 to %s, or from -%s to -1".formatted(rank - 1, rank);
  }

  /**
   * The axes of the first operand that the attribute's numbers mean, if all are there, each once.
   */
  Optional<Set<Integer>> distinct(List<Integer> axes) {
    Set<Integer> found = new HashSet<>();
    for (int axis : axes) {
      OptionalInt resolved = of(0, axis);
      if (resolved.isEmpty()) {
        return Optional.empty();
      } else if (!found.add(resolved.getAsInt())) {
        problems.add(
            Code.RepeatedAxis,
            use.layer().origin(attribute),
            "%s names axis %s twice".formatted(attribute, resolved.getAsInt()),
            "name it once");
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }
}
