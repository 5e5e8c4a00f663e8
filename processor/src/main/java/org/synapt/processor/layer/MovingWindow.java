package org.synapt.processor.layer;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;
import org.synapt.processor.shape.Window;
import org.synapt.processor.shape.Windows;

/**
 * The attributes that say how a layer's window moves: its size, {@code strides}, {@code padding}
 * and, where the layer has it, {@code dilationRate}. One number means every axis; strides without a
 * number are the window's size.
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#NumbersPerAxis}, {@link
 * Code#DilatedStrides}, {@link Code#CausalPadding}, {@link Code#WindowLargerThanImage}, {@link
 * Code#StrideLargerThanWindow}, {@link Code#IdleAttribute}.
 *
 * @param layer the layer's annotation
 * @param size the attribute that holds the window's size
 * @param image what the window moves over
 */
record MovingWindow(Mention layer, String size, ImageKind image) {
  private static final String STRIDES = "strides";
  private static final String DILATION = "dilationRate";
  private static final String PADDING = "padding";

  /** The layers whose windows may end at their position. */
  private static final Set<String> CAUSAL = Set.of("Conv1D", "SeparableConv1D");

  /** Whether the attributes are sound, whatever the window moves over. */
  boolean check(Problems problems) {
    return checkNumbers(size, problems)
            & checkNumbers(STRIDES, problems)
            & (!dilates() || checkNumbers(DILATION, problems))
        && checkDilation(problems) & checkPadding(problems);
  }

  private boolean dilates() {
    return layer.attributes().containsKey(DILATION);
  }

  private boolean checkNumbers(String attribute, Problems problems) {
    return checkNumbers(attribute, 1, problems);
  }

  /** Whether an attribute has one number for all axes or one for each, and none is too small. */
  boolean checkNumbers(String attribute, int least, Problems problems) {
    List<Integer> numbers = layer.integers(attribute);
    boolean mayBeNone = attribute.equals(STRIDES) && !dilates();
    if (numbers.size() != 1
        && numbers.size() != image.rank()
        && !(mayBeNone && numbers.isEmpty())) {
      problems.add(
          Code.NumbersPerAxis,
          layer.origin(attribute),
          "%s has %s numbers, but %s moves along %s"
              .formatted(text(attribute), numbers.size(), ImageKind.name(layer), image.axisText()),
          image.rank() == 1
              ? "state one number"
              : "state one number for all, or one for each of " + image.axisText());
      return false;
    }
    return numbers.stream().filter(number -> number < least).findFirst().isEmpty()
        || tooSmall(attribute, numbers, least, problems);
  }

  private boolean tooSmall(String attribute, List<Integer> numbers, int least, Problems problems) {
    String finding =
        numbers.size() == 1
            ? "%s is below %s".formatted(text(attribute), least)
            : "%s holds a number below %s".formatted(text(attribute), least);
    problems.add(
        Code.AttributeOutOfRange, layer.origin(attribute), finding, "state at least " + least);
    return false;
  }

  /** {@code strides = 2}; {@code strides = [2, 1]}. */
  String text(String attribute) {
    List<Integer> numbers = layer.integers(attribute);
    return attribute + " = " + (numbers.size() == 1 ? numbers.get(0) : numbers);
  }

  private boolean checkDilation(Problems problems) {
    if (!dilates()
        || Collections.max(numbers(DILATION)) == 1
        || Collections.max(numbers(STRIDES)) == 1) {
      return true;
    }
    problems.add(
        Code.DilatedStrides,
        layer.origin(DILATION),
        "%s and %s are both above 1".formatted(text(DILATION), text(STRIDES)),
        "leave one of them at 1");
    return false;
  }

  private boolean checkPadding(Problems problems) {
    if (!layer.constant(PADDING).equals("CAUSAL") || CAUSAL.contains(layer.name())) {
      return true;
    }
    problems.add(
        Code.CausalPadding,
        layer.origin(PADDING),
        "padding = CAUSAL is not for %s".formatted(ImageKind.name(layer)),
        "write VALID or SAME; conv1D and separableConv1D can be causal");
    return false;
  }

  /** A number for each axis. */
  List<Integer> numbers(String attribute) {
    List<Integer> numbers = layer.integers(attribute);
    if (numbers.isEmpty()) {
      return numbers(size);
    }
    return numbers.size() == 1 ? Collections.nCopies(image.rank(), numbers.get(0)) : numbers;
  }

  /** What makes a weight large: a window's size, if it has more positions than this says. */
  String larger(String attribute) {
    double positions = numbers(size).stream().mapToDouble(it -> it).reduce(1, (a, b) -> a * b);
    return positions > layer.integer(attribute) ? size : attribute;
  }

  /** How far apart the positions are that a window takes. */
  int dilation(int axis) {
    return dilates() ? numbers(DILATION).get(axis) : 1;
  }

  /** From the first position that a window takes along an axis to the last. */
  long span(int axis) {
    return (numbers(size).get(axis) - 1L) * dilation(axis) + 1;
  }

  /** How a sound window moves over what it fits into. */
  Windows over(Shape x) {
    List<Window> axes = new ArrayList<>();
    for (int i = 0; i < image.rank(); i++) {
      int extent = x.extent(i);
      int taken = numbers(size).get(i);
      int stride = numbers(STRIDES).get(i);
      axes.add(
          switch (layer.constant(PADDING)) {
            case "VALID" -> Window.valid(extent, taken, stride, dilation(i));
            case "SAME" -> Window.same(extent, taken, stride, dilation(i));
            case "CAUSAL" -> Window.causal(extent, taken, stride, dilation(i));
            default -> throw new IllegalArgumentException(layer.toString());
          });
    }
    return new Windows(axes);
  }

  /** How a sound window moves over the operand; empty if it does not fit into it. */
  Optional<Windows> over(Use use, Problems problems) {
    Shape x = use.shape(0);
    for (int axis = 0; axis < image.rank(); axis++) {
      if (!checkFit(use, axis, problems)) {
        return Optional.empty();
      }
    }
    Windows windows = over(x);
    reportSkipped(windows, problems);
    reportIdle(windows, problems);
    return Optional.of(windows);
  }

  private boolean checkFit(Use use, int axis, Problems problems) {
    int extent = use.shape(0).extent(axis);
    boolean valid = layer.constant(PADDING).equals("VALID");
    if (span(axis) <= (valid ? extent : Integer.MAX_VALUE - (long) extent)) {
      return true;
    }
    int taken = numbers(size).get(axis);
    String dilated = span(axis) > taken ? " that span %s".formatted(span(axis)) : "";
    problems.add(
        Code.WindowLargerThanImage,
        layer.origin(taken <= extent && dilates() ? DILATION : size),
        "a window of %s %s%s does not fit into the %s of %s: %s"
            .formatted(
                taken,
                image.axes().get(axis),
                dilated,
                extent,
                use.operandText(),
                Window.valid(extent, taken, 1, dilation(axis)).arithmetic()),
        use.tracing(
            valid && span(axis) <= Integer.MAX_VALUE - (long) extent
                ? "shrink it, or pad with padding = SAME"
                : "shrink it"));
    return false;
  }

  /**
   * Warns of positions at which no window looks; a window of one position leaves them on purpose.
   */
  private void reportSkipped(Windows windows, Problems problems) {
    for (int i = 0; i < image.rank() && windows.size() > 1; i++) {
      Window axis = windows.axes().get(i);
      if (axis.stride() > axis.span() && axis.extent() + axis.padding() > axis.span()) {
        boolean several = axis.count() > 1;
        int most = several ? axis.stride() : axis.extent();
        long seen = several ? axis.span() : axis.span() - axis.padding();
        problems.add(
            Code.StrideLargerThanWindow,
            layer.origin(STRIDES),
            "no window looks at %s of %s %s %s: %s with %s"
                .formatted(
                    most - seen,
                    several ? "every" : "the",
                    most,
                    image.axes().get(i),
                    text(STRIDES),
                    text(size)),
            "choose strides of at most %s, or a larger %s".formatted(axis.span(), size));
        return;
      }
    }
  }

  /** Warns of strides where there is but one window, and of dilated windows of one position. */
  private void reportIdle(Windows windows, Problems problems) {
    if (windows.size() == 1 && dilates() && Collections.max(numbers(DILATION)) > 1) {
      problems.add(
          Code.IdleAttribute,
          layer.origin(DILATION),
          "%s moves nothing apart: a window takes one position".formatted(text(DILATION)),
          "remove it, or state a larger " + size);
    }
    boolean still = windows.axes().stream().allMatch(it -> it.extent() + it.padding() <= it.span());
    if (still && layer.states(STRIDES) && Collections.max(numbers(STRIDES)) > 1) {
      problems.add(
          Code.IdleAttribute,
          layer.origin(STRIDES),
          "%s moves nothing: one window takes in all %s".formatted(text(STRIDES), image.axisText()),
          "remove it");
    }
  }

  /** {@code 3x3 by 2, same}: for a summary. */
  String describe() {
    StringBuilder text = new StringBuilder(joined(size));
    List<Integer> usual = dilates() ? Collections.nCopies(image.rank(), 1) : numbers(size);
    if (!numbers(STRIDES).equals(usual)) {
      text.append(" by ").append(shortest(STRIDES));
    }
    if (!layer.constant(PADDING).equals("VALID")) {
      text.append(", ").append(layer.constant(PADDING).toLowerCase(Locale.ROOT));
    }
    if (dilates() && Collections.max(numbers(DILATION)) > 1) {
      text.append(", dilated ").append(shortest(DILATION));
    }
    return text.toString();
  }

  /** One number where it is the same for all axes. */
  private String shortest(String attribute) {
    Set<Integer> different = new HashSet<>(numbers(attribute));
    return different.size() == 1 ? String.valueOf(numbers(attribute).get(0)) : joined(attribute);
  }

  /** {@code 3x3}. */
  String joined(String attribute) {
    return numbers(attribute).stream().map(String::valueOf).collect(joining("x"));
  }
}
