package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.AveragePooling;
import org.synapt.processor.op.MaxPooling;
import org.synapt.processor.op.Room;
import org.synapt.processor.shape.Shape;
import org.synapt.processor.shape.Windows;

/**
 * y = max x or y = Σ x / n over each window, for each channel.
 *
 * <pre>x [b, image…, c]   →   y [b, windows…, c]</pre>
 *
 * <p>Problems: {@link Code#NotAnImage}, {@link Code#IdleAttribute}, {@link Code#TooManyElements},
 * and those of {@link MovingWindow}.
 */
final class PoolingLayer implements Layer {
  private static final String SIZE = "poolSize";

  /** What is made of the elements in a window. */
  enum Kind {
    MAX("Max"),
    AVERAGE("Average");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As in the names of layers: {@code MaxPooling}. */
    @Override
    public String toString() {
      return word + "Pooling";
    }
  }

  private final Kind kind;
  private final ImageKind image;

  /**
   * A layer.
   *
   * @param kind what it makes of a window
   * @param image what its windows move over
   */
  PoolingLayer(Kind kind, ImageKind image) {
    this.kind = kind;
    this.image = image;
  }

  @Override
  public String annotation() {
    return "%s%sD".formatted(kind, image.rank());
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    MovingWindow window = window(use.layer());
    if (!(image.check(use, problems) & window.check(problems))) {
      return Optional.empty();
    }
    Optional<Windows> windows = window.over(use, problems);
    windows.filter(PoolingLayer::isIdle).ifPresent(it -> reportIdle(use.layer(), problems));
    return windows.flatMap(it -> checked(use, it, problems));
  }

  /** The result, if neither it nor a window has more elements than an index counts. */
  private static Optional<Shape> checked(Use use, Windows windows, Problems problems) {
    Origin size = use.layer().origin(SIZE);
    Shape result = windows.result(use.shape(0).last());
    return Sizes.checked("a window of " + use.row(), windows.kernel(1, 1), size, problems)
        .flatMap(it -> Sizes.checked(use.row(), result, size, problems));
  }

  private MovingWindow window(Mention layer) {
    return new MovingWindow(layer, SIZE, image);
  }

  private static boolean isIdle(Windows windows) {
    return windows.axes().stream().allMatch(axis -> axis.size() == 1 && axis.stride() == 1);
  }

  private static void reportIdle(Mention layer, Problems problems) {
    problems.add(
        Code.IdleAttribute,
        layer.origin(SIZE),
        "@%s changes nothing: each of its windows takes one position".formatted(layer.name()),
        "state a poolSize above 1, or remove the row");
  }

  @Override
  public String describe(Mention layer) {
    return "%s(%s)".formatted(ImageKind.name(layer), window(layer).describe());
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    Windows windows = window(layer).over(x.shape());
    if (kind == Kind.AVERAGE) {
      return lowering.emit("mean", new AveragePooling(windows), x);
    } else if (!lowering.training()) {
      return lowering.emit("largest", new MaxPooling(windows, false), x);
    }
    Value saved = lowering.emit("saved", Room.batched(windows.result(x.shape().last())));
    return lowering.emit("largest", new MaxPooling(windows, true), x, saved);
  }
}
