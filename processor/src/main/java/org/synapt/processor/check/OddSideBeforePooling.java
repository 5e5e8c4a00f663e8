package org.synapt.processor.check;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;

/**
 * A pooling whose windows do not come out even, so that the last rows or columns have no part in
 * anything: of 13 rows pooled by 2 one is left out.
 *
 * <p>Reported for images whose windows lie side by side; where they overlap an odd side may be
 * right, and of a sequence the last position is seldom missed.
 *
 * <p>Source: Ronneberger, Fischer and Brox, U-Net, 2015, section 2: every pooling wants even sides.
 */
final class OddSideBeforePooling implements Check {
  private static final List<List<String>> AXES =
      List.of(List.of("rows", "columns"), List.of("planes", "rows", "columns"));

  @Override
  public void check(Model model, Problems problems) {
    Set<Origin> told = new HashSet<>();
    for (Entry entry : model.entries()) {
      if (Images.isPooling(entry) && Images.axes(entry) > 1 && Images.isValid(entry)) {
        Entry image = model.entry(entry.operands().get(0));
        for (int axis = 0; axis < Images.axes(entry); axis++) {
          if (left(entry, image, axis) > 0 && told.add(entry.layer().origin("poolSize"))) {
            report(model, entry, image, axis, problems);
          }
        }
      }
    }
  }

  /** How many rows or columns at the end are in no window; 0 where windows overlap. */
  private static int left(Entry pooling, Entry image, int axis) {
    int stride = Images.strides(pooling).get(axis);
    boolean sideBySide = stride == Images.sizes(pooling).get(axis);
    return sideBySide ? Images.extent(pooling, image.shape(), axis) % stride : 0;
  }

  private static void report(Model model, Entry pooling, Entry image, int axis, Problems problems) {
    int left = left(pooling, image, axis);
    problems.add(
        Code.OddSideBeforePooling,
        pooling.layer().origin("poolSize"),
        "%s takes %s of %s %s by %s and leaves %s out"
            .formatted(
                pooling.name(),
                words(pooling).get(axis),
                image.name(),
                image.shape(),
                Images.strides(pooling).get(axis),
                left == 1 ? "one" : left),
        Sides.of(model, pooling, axis)
                .map(sides -> remedy(model, pooling, sides, axis) + ", or ")
                .orElse("")
            + "padding = SAME here: its last window is smaller");
  }

  private static List<String> words(Entry pooling) {
    return AXES.get(Images.axes(pooling) - 2);
  }

  private static String remedy(Model model, Entry pooling, Sides sides, int axis) {
    List<String> parts = new ArrayList<>();
    if (!sides.shrinking().isEmpty()) {
      parts.add(
          "padding = SAME in "
              + sides.shrinking().stream().map(Entry::owner).distinct().collect(joining(", ")));
    }
    int extent = Images.extent(pooling, sides.input().shape(), axis);
    int coarsest = sides.coarsest(model, axis);
    if (extent % coarsest > 0) {
      int below = extent / coarsest * coarsest;
      parts.add(
          "%s%s %s of %s, which %s divides"
              .formatted(
                  below > 0 ? below + " or " : "",
                  below + coarsest,
                  words(pooling).get(axis),
                  sides.input().name(),
                  coarsest));
    }
    return "use " + String.join(" and ", parts);
  }
}
