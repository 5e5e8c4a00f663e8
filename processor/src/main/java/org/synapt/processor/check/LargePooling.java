package org.synapt.processor.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;

/**
 * A pooling that makes one of 16 values or more: too much at once.
 *
 * <p>Reported for windows above 3 along every axis that do not overlap and of which there are
 * several: one that takes in the whole image is a global pooling, and along one axis alone, as of a
 * spectrogram or a text, much may repeat.
 */
final class LargePooling implements Check {
  private static final int LARGEST = 3;

  @Override
  public void check(Model model, Problems problems) {
    Set<Origin> told = new HashSet<>();
    for (Entry entry : model.entries()) {
      if (Images.isPooling(entry) && Images.axes(entry) > 1 && isLarge(entry)) {
        Origin origin = entry.layer().origin("poolSize");
        if (told.add(origin)) {
          report(entry, origin, problems);
        }
      }
    }
  }

  private static boolean isLarge(Entry entry) {
    List<Integer> sizes = Images.sizes(entry);
    List<Integer> strides = Images.strides(entry);
    boolean large = entry.ofStep(entry.shape()).withoutLast().size() > 1;
    for (int axis = 0; axis < sizes.size(); axis++) {
      large &= sizes.get(axis) > LARGEST && strides.get(axis) >= sizes.get(axis);
    }
    return large;
  }

  private static void report(Entry entry, Origin origin, Problems problems) {
    List<Integer> sizes = Images.sizes(entry);
    long values = sizes.stream().mapToLong(it -> it).reduce(1, (a, b) -> a * b);
    problems.add(
        Code.LargePooling,
        origin,
        "%s makes one of each %s = %s values at once"
            .formatted(entry.name(), Images.text(sizes), values),
        "pool by 2 or 3, let a convolution look at that, and pool again");
  }
}
