package org.synapt.processor.check;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.shape.Shape;

/**
 * A convolution of 5x5 or larger where layers of 3x3 would see as much with fewer weights: {@code
 * n} of them see {@code 2n + 1} rows and columns.
 *
 * <p>Reported only if the layers together have fewer weights even where each of them has as many
 * filters as there are channels in front or behind, whichever are more. So nothing is said of a
 * layer that makes many channels of few, nor of the first one, which takes colours.
 *
 * <p>Source: Simonyan and Zisserman, Very Deep Convolutional Networks for Large-Scale Image
 * Recognition, 2014, section 2.3.
 */
final class LargeWindow implements Check {
  private static final int SMALL = 3;

  /** Grey, colours, and one more: what a picture has before anything is learned of it. */
  private static final int COLOURS = 4;

  @Override
  public void check(Model model, Problems problems) {
    Set<Origin> told = new HashSet<>();
    for (Entry entry : model.entries()) {
      if (isLarge(entry)) {
        Shape operand = model.entry(entry.operands().get(0)).shape();
        Origin origin = entry.layer().origin("kernelSize");
        if (operand.last() > COLOURS
            && stacked(entry, operand.last()) < weights(entry, operand)
            && told.add(origin)) {
          report(entry, operand, origin, problems);
        }
      }
    }
  }

  /** Whether a window that steps by 1 is a square or a cube of an odd size above the small one. */
  private static boolean isLarge(Entry entry) {
    if (!Images.isPlainConvolution(entry) || Images.axes(entry) == 1) {
      return false;
    }
    List<Integer> sizes = Images.sizes(entry);
    int size = sizes.get(0);
    return size > SMALL
        && size % 2 == 1
        && Collections.frequency(sizes, size) == sizes.size()
        && Images.strides(entry).stream().allMatch(stride -> stride == 1)
        && entry.layer().integers("dilationRate").stream().allMatch(rate -> rate == 1);
  }

  private static int layers(Entry entry) {
    return (Images.sizes(entry).get(0) - 1) / 2;
  }

  private static long weights(Entry entry, Shape operand) {
    return Images.window(entry, operand) * Images.width(entry);
  }

  /** The weights of as many small layers as see as much. */
  private static long stacked(Entry entry, long in) {
    long out = Images.width(entry);
    long between = Math.max(in, out);
    long window = Math.round(Math.pow(SMALL, Images.axes(entry)));
    return window * (in * between + (layers(entry) - 2) * between * between + between * out);
  }

  private static void report(Entry entry, Shape operand, Origin origin, Problems problems) {
    String small = Images.text(Collections.nCopies(Images.axes(entry), SMALL));
    problems.add(
        Code.LargeWindow,
        origin,
        String.format(
            Locale.ROOT,
            "%s weighs windows of %s with %,d numbers; %d layers of %s see as much with %,d",
            entry.name(),
            Images.text(Images.sizes(entry)),
            weights(entry, operand),
            layers(entry),
            small,
            stacked(entry, operand.last())),
        String.format(
            Locale.ROOT,
            "declare %d of kernelSize = %d with an activation each, of %d filters but the last",
            layers(entry),
            SMALL,
            Math.max(operand.last(), Images.width(entry))));
  }
}
