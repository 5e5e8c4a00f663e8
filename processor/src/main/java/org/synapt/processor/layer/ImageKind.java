package org.synapt.processor.layer;

import java.util.List;
import java.util.stream.IntStream;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;

/**
 * What windows move over: axes with positions, and behind them the channels of each position.
 *
 * <p>Problems: {@link Code#NotAnImage}.
 */
enum ImageKind {
  SEQUENCE("sequence", "positions"),
  IMAGE("image", "rows", "columns"),
  VOLUME("volume", "planes", "rows", "columns");

  private final String word;
  private final List<String> axes;

  ImageKind(String word, String... axes) {
    this.word = word;
    this.axes = List.of(axes);
  }

  /** {@code image}. */
  String word() {
    return word;
  }

  /** What its axes count, without the channels. */
  List<String> axes() {
    return axes;
  }

  /** The number of its axes, without the channels. */
  int rank() {
    return axes.size();
  }

  /** {@code rows and columns}. */
  String axisText() {
    return rank() == 1
        ? axes.get(0)
        : String.join(", ", axes.subList(0, rank() - 1)) + " and " + axes.get(rank() - 1);
  }

  /** {@code [rows, columns, channels]}. */
  private String layout() {
    return "[" + String.join(", ", axes) + ", channels]";
  }

  /** {@code conv2D} for {@code @Conv2D}. */
  static String name(Mention layer) {
    return Character.toLowerCase(layer.name().charAt(0)) + layer.name().substring(1);
  }

  /** Whether the operand of a layer has these axes. */
  boolean check(Use use, Problems problems) {
    Shape x = use.shape(0);
    if (x.rank() == rank() + 1) {
      return true;
    }
    Use.Argument operand = use.operands().get(0);
    problems.add(
        Code.NotAnImage,
        operand.origin(),
        "%s moves over %s, but %s is %s".formatted(name(use.layer()), layout(), operand.name(), x),
        use.tracing(remedy(x)));
    return false;
  }

  private String remedy(Shape x) {
    if (x.rank() == rank()) {
      return "add the axis of the channels: shape = %s in an @Input, or @Reshape(targetShape = %s)"
          .formatted(braces(x.inserting(x.rank(), 1)), braces(x.inserting(x.rank(), 1)));
    } else if (this == IMAGE && x.rank() == 1) {
      return "give it its axes: @Reshape(targetShape = %s)".formatted(square(x.last()));
    }
    return "give it %s axes: @Reshape(targetShape = {%s, channels})"
        .formatted(rank() + 1, String.join(", ", axes));
  }

  /** The image that so many numbers may be: grey or coloured, if it can be a square. */
  private static String square(int elements) {
    return IntStream.of(1, 3)
        .filter(channels -> elements % channels == 0)
        .mapToObj(
            channels -> Shape.of(side(elements / channels), side(elements / channels), channels))
        .filter(image -> image.size() == elements)
        .map(ImageKind::braces)
        .findFirst()
        .orElse("{rows, columns, channels}");
  }

  private static int side(int elements) {
    return (int) Math.round(Math.sqrt(elements));
  }

  /** {@code {28, 28, 1}}. */
  private static String braces(Shape shape) {
    String text = shape.toString();
    return "{" + text.substring(1, text.length() - 1) + "}";
  }
}
