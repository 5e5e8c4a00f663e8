package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;
import org.synapt.processor.shape.Window;
import org.synapt.processor.shape.Windows;

/**
 * How a transposed convolution's window moves over its result: once for each position of the
 * operand. As {@link MovingWindow}, and {@code outputPadding} says how large the result is, as in
 * Keras: for an operand of {@code n} positions, a stride of {@code k} and a window that spans
 * {@code s},
 *
 * <pre>
 * VALID   (n − 1) · k + s + outputPadding           unless stated, (n − 1) · k + max(s, k)
 * SAME    (n − 1) · k + s mod 2 + outputPadding     unless stated, n · k
 * </pre>
 *
 * <p>What windows reach beyond the result is cut off on both sides; where it is odd, one more
 * behind.
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#NumbersPerAxis}, {@link
 * Code#StrideLargerThanWindow}, {@link Code#TooManyElements}, and those of {@link MovingWindow}.
 */
record TransposedWindow(MovingWindow window) {
  private static final String OUTPUT_PADDING = "outputPadding";
  private static final String STRIDES = "strides";

  private Mention layer() {
    return window.layer();
  }

  private boolean statesResult() {
    return !layer().integers(OUTPUT_PADDING).isEmpty();
  }

  private boolean same() {
    return layer().constant("padding").equals("SAME");
  }

  /** Whether the attributes are sound, whatever the operand. */
  boolean check(Problems problems) {
    return window.check(problems)
            & (!statesResult() || window.checkNumbers(OUTPUT_PADDING, 0, problems))
        && checkBelowStrides(problems);
  }

  private boolean checkBelowStrides(Problems problems) {
    for (int axis = 0; statesResult() && axis < window.image().rank(); axis++) {
      if (padding(axis) >= stride(axis)) {
        problems.add(
            Code.AttributeOutOfRange,
            layer().origin(OUTPUT_PADDING),
            "%s is not below %s".formatted(window.text(OUTPUT_PADDING), window.text(STRIDES)),
            "state less: with that many there would be room for another window");
        return false;
      }
    }
    return true;
  }

  private int stride(int axis) {
    return window.numbers(STRIDES).get(axis);
  }

  private int padding(int axis) {
    return window.numbers(OUTPUT_PADDING).get(axis);
  }

  /** How many positions the result has along an axis. */
  private long extent(int axis, Shape x) {
    long begins = (x.extent(axis) - 1L) * stride(axis);
    long span = window.span(axis);
    if (same()) {
      return begins + (statesResult() ? span % 2 + padding(axis) : stride(axis));
    }
    return begins + (statesResult() ? span + padding(axis) : Math.max(span, stride(axis)));
  }

  /** How a sound window moves over the result of an operand. */
  Windows over(Shape x) {
    List<Window> axes = new ArrayList<>();
    for (int axis = 0; axis < window.image().rank(); axis++) {
      long extent = extent(axis, x);
      long reach = (x.extent(axis) - 1L) * stride(axis) + window.span(axis);
      int beyond = (int) Math.max(0, reach - extent);
      axes.add(
          new Window(
              (int) extent,
              window.numbers(window.size()).get(axis),
              stride(axis),
              window.dilation(axis),
              beyond / 2,
              beyond - beyond / 2));
    }
    return new Windows(axes);
  }

  /** How a sound window moves over the result; empty if that has no or too many positions. */
  Optional<Windows> over(Use use, Problems problems) {
    for (int axis = 0; axis < window.image().rank(); axis++) {
      if (!checkExtent(use, axis, problems)) {
        return Optional.empty();
      }
    }
    reportGaps(use, problems);
    return Optional.of(over(use.shape(0)));
  }

  private boolean checkExtent(Use use, int axis, Problems problems) {
    long extent = extent(axis, use.shape(0));
    long most = Math.max(extent, window.span(axis));
    if (extent < 1) {
      problems.add(
          Code.AttributeOutOfRange,
          layer().origin(OUTPUT_PADDING),
          "%s leaves %s without %s: (%s - 1) · %s + %s mod 2 + %s = %s"
              .formatted(
                  window.text(OUTPUT_PADDING),
                  use.row(),
                  window.image().axes().get(axis),
                  use.shape(0).extent(axis),
                  stride(axis),
                  window.span(axis),
                  padding(axis),
                  extent),
          use.tracing("state at least 1, or leave it out for as many as the strides say"));
      return false;
    } else if (most > Integer.MAX_VALUE) {
      Sizes.report("an axis of " + use.row(), most, layer().origin(widest(axis)), problems);
      return false;
    }
    return true;
  }

  /** The attribute that makes a result so large. */
  private String widest(int axis) {
    if (window.dilation(axis) > 1) {
      return "dilationRate";
    }
    return stride(axis) > 1 ? STRIDES : window.size();
  }

  private void reportGaps(Use use, Problems problems) {
    for (int axis = 0; axis < window.image().rank(); axis++) {
      if (stride(axis) > window.span(axis)) {
        problems.add(
            Code.StrideLargerThanWindow,
            layer().origin(STRIDES),
            "no window writes %s of every %s %s of %s: %s with %s"
                .formatted(
                    stride(axis) - window.span(axis),
                    stride(axis),
                    window.image().axes().get(axis),
                    use.row(),
                    window.text(STRIDES),
                    window.text(window.size())),
            "choose strides of at most %s, or a larger %s"
                .formatted(window.span(axis), window.size()));
        return;
      }
    }
  }

  /** {@code 3x3 by 2, same}: for a summary. */
  String describe() {
    return window.describe();
  }
}
