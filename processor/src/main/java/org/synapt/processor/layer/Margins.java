package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;

/**
 * How wide the margins of an image are: one in front of each axis and one behind it. Channels have
 * none.
 *
 * @param before those in front
 * @param after those behind
 */
record Margins(List<Integer> before, List<Integer> after) {

  /**
   * What a flat array means: one number for all margins, one for both of each axis, or one for
   * each, axis by axis.
   */
  static Margins of(List<Integer> numbers, ImageKind image) {
    boolean each = numbers.size() == 2 * image.rank();
    List<Integer> before = new ArrayList<>();
    List<Integer> after = new ArrayList<>();
    for (int axis = 0; axis < image.rank(); axis++) {
      int both = numbers.get(numbers.size() == 1 ? 0 : axis);
      before.add(each ? numbers.get(2 * axis) : both);
      after.add(each ? numbers.get(2 * axis + 1) : both);
    }
    before.add(0);
    after.add(0);
    return new Margins(before, after);
  }

  /**
   * Whether an attribute has as many numbers as margins can have, none below 0.
   *
   * <p>Problems: {@link Code#NumbersPerAxis}, {@link Code#AttributeOutOfRange}.
   */
  static boolean check(Use use, String attribute, ImageKind image, Problems problems) {
    List<Integer> numbers = use.layer().integers(attribute);
    int rank = image.rank();
    if (!List.of(1, rank, 2 * rank).contains(numbers.size())) {
      problems.add(
          Code.NumbersPerAxis,
          use.layer().origin(attribute),
          "%s = %s has %s numbers, but %s are to have margins"
              .formatted(attribute, numbers, numbers.size(), image.axisText()),
          remedy(image));
      return false;
    }
    return Collections.min(numbers) >= 0 || reportNegative(use, attribute, numbers, problems);
  }

  private static boolean reportNegative(
      Use use, String attribute, List<Integer> numbers, Problems problems) {
    problems.add(
        Code.AttributeOutOfRange,
        use.layer().origin(attribute),
        numbers.size() == 1
            ? "%s = %s is below 0".formatted(attribute, numbers.get(0))
            : "%s = %s holds a number below 0".formatted(attribute, numbers),
        "state at least 0");
    return false;
  }

  private static String remedy(ImageKind image) {
    return switch (image) {
      case SEQUENCE -> "state one number, or {before, after}";
      case IMAGE -> "state one number, or {rows, columns}, or {top, bottom, left, right}";
      case VOLUME ->
          "state one number, or {planes, rows, columns}, or six: before and after each of them";
    };
  }

  /** The margins of an axis, one plus the other. */
  long of(int axis) {
    return (long) before.get(axis) + after.get(axis);
  }

  /** Whether there are none. */
  boolean isNothing() {
    return Collections.max(before) == 0 && Collections.max(after) == 0;
  }

  /** The extents of a shape with the margins added, or taken away. */
  List<Long> around(Shape x, int sign) {
    List<Long> extents = new ArrayList<>();
    for (int axis = 0; axis < x.rank(); axis++) {
      extents.add(x.extent(axis) + sign * of(axis));
    }
    return extents;
  }
}
