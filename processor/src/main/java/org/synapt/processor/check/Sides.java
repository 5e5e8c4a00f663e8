package org.synapt.processor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;

/**
 * How a side of an image came to be, from the input down to what a pooling makes of it.
 *
 * @param input the row that it came in by
 * @param coarseness how many positions of the input one behind the pooling stands for
 * @param shrinking rows on the way that take a margin off
 */
record Sides(Entry input, int coarseness, List<Entry> shrinking) {

  Sides {
    shrinking = List.copyOf(shrinking);
  }

  /** The side along an axis of what a pooling takes; empty where something else changed it. */
  static Optional<Sides> of(Model model, Entry pooling, int axis) {
    List<Entry> shrinking = new ArrayList<>();
    int coarseness = 1;
    Entry at = pooling;
    while (!at.input()) {
      Entry above = model.entry(at.operands().get(0));
      if (above.shape().rank() != pooling.shape().rank()) {
        return Optional.empty();
      }
      int before = Images.extent(pooling, above.shape(), axis);
      int after = Images.extent(pooling, at.shape(), axis);
      if (Images.hasWindow(at)) {
        int stride = Images.strides(at).get(axis);
        coarseness = (int) Math.min((long) coarseness * stride, Integer.MAX_VALUE);
        if (takesMarginOff(at, axis) && after * stride != before) {
          shrinking.add(0, at);
        }
      } else if (before != after) {
        return Optional.empty();
      }
      at = above;
    }
    return Optional.of(new Sides(at, coarseness, shrinking));
  }

  /** Whether windows stay within the image and overlap. */
  private static boolean takesMarginOff(Entry entry, int axis) {
    return Images.isValid(entry) && Images.sizes(entry).get(axis) > Images.strides(entry).get(axis);
  }

  /** How many positions of the input one stands for behind the last pooling that it comes to. */
  int coarsest(Model model, int axis) {
    return model.entries().stream()
        .filter(entry -> Images.isPooling(entry) && axis < Images.axes(entry))
        .flatMap(entry -> Sides.of(model, entry, axis).stream())
        .filter(sides -> sides.input().equals(input))
        .mapToInt(Sides::coarseness)
        .max()
        .orElse(coarseness);
  }
}
