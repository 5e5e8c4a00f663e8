package org.synapt.processor.layer;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.ZeroPadding;
import org.synapt.processor.shape.Shape;

/**
 * An image with zeros around it, or without its margins.
 *
 * <pre>x [b, image…, c]   →   y [b, before + image + after…, c] or [b, image − before − after…, c]
 * </pre>
 *
 * <p>Problems: {@link Code#NotAnImage}, {@link Code#CroppingLeavesNothing}, {@link
 * Code#IdleAttribute}, {@link Code#TooManyElements}, and those of {@link Margins}.
 */
final class MarginsLayer implements Layer {
  /** What happens to the margins. */
  enum Kind {
    PADDING("ZeroPadding", "padding", 1),
    CROPPING("Cropping", "cropping", -1);

    private final String word;
    private final String attribute;
    private final int sign;

    Kind(String word, String attribute, int sign) {
      this.word = word;
      this.attribute = attribute;
      this.sign = sign;
    }
  }

  private final Kind kind;
  private final ImageKind image;

  /**
   * A layer.
   *
   * @param kind whether it adds margins or takes them away
   * @param image what has the margins
   */
  MarginsLayer(Kind kind, ImageKind image) {
    this.kind = kind;
    this.image = image;
  }

  @Override
  public String annotation() {
    return "%s%sD".formatted(kind.word, image.rank());
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    boolean sound = Margins.check(use, kind.attribute, image, problems);
    if (!(image.check(use, problems) & sound)) {
      return Optional.empty();
    }
    Margins margins = margins(use.layer());
    if (margins.isNothing()) {
      reportIdle(use.layer(), problems);
    }
    List<Long> extents = margins.around(use.shape(0), kind.sign);
    return checkRest(use, margins, extents, problems)
        ? Sizes.checked(use.row(), extents, use.layer().origin(kind.attribute), problems)
        : Optional.empty();
  }

  private Margins margins(Mention layer) {
    return Margins.of(layer.integers(kind.attribute), image);
  }

  private void reportIdle(Mention layer, Problems problems) {
    problems.add(
        Code.IdleAttribute,
        layer.origin(kind.attribute),
        "@%s changes nothing: %s is 0".formatted(layer.name(), kind.attribute),
        "state a %s, or remove the row".formatted(kind.attribute));
  }

  private boolean checkRest(Use use, Margins margins, List<Long> extents, Problems problems) {
    List<String> gone = new ArrayList<>();
    for (int axis = 0; axis < image.rank(); axis++) {
      if (extents.get(axis) < 1) {
        gone.add(
            "%s %s - %s - %s = %s"
                .formatted(
                    image.axes().get(axis),
                    use.shape(0).extent(axis),
                    margins.before().get(axis),
                    margins.after().get(axis),
                    extents.get(axis)));
      }
    }
    if (gone.isEmpty()) {
      return true;
    }
    problems.add(
        Code.CroppingLeavesNothing,
        use.layer().origin(kind.attribute),
        "nothing is left of %s: %s".formatted(use.operandText(), String.join(", ", gone)),
        use.tracing("take away less"));
    return false;
  }

  @Override
  public String describe(Mention layer) {
    String numbers =
        layer.integers(kind.attribute).stream().map(String::valueOf).collect(joining(", "));
    return "%s(%s)".formatted(ImageKind.name(layer), numbers);
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    Margins margins = margins(layer);
    if (margins.isNothing()) {
      return x;
    }
    return kind == Kind.PADDING
        ? lowering.emit("padded", ZeroPadding.pad(margins.before(), margins.after()), x)
        : lowering.emit("cropped", ZeroPadding.crop(margins.before(), margins.after()), x);
  }
}
