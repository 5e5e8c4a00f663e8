package org.synapt.processor.layer;

import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Convolution;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.shape.Shape;
import org.synapt.processor.shape.Windows;

/**
 * A convolution in which a filter sees one channel; each channel has as many as {@code
 * depthMultiplier} says.
 *
 * <pre>
 * x [b, image…, channels]   W [window…, channels, multiplier]
 *   →   [b, windows…, channels · multiplier]
 * </pre>
 *
 * <p>It is one in as many groups as there are channels: the weight's last two axes, seen as one,
 * are the filters of one group behind those of the other.
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#TooManyElements}, and those of {@link
 * MovingWindow} and {@link ParameterAttributes}.
 *
 * @param layer the layer's annotation
 * @param name what the weight is in its row
 * @param image what the windows move over
 */
record Depthwise(Mention layer, String name, ImageKind image) {
  private static final String MULTIPLIER = "depthMultiplier";

  private MovingWindow window() {
    return new MovingWindow(layer, "kernelSize", image);
  }

  private ParameterAttributes attributes() {
    return ParameterAttributes.of(layer, "depthwise");
  }

  /** Whether the attributes are sound, whatever the windows move over. */
  boolean check(Problems problems) {
    return Bounds.positive(layer, MULTIPLIER, problems) & window().check(problems);
  }

  /** The shape of the product with an operand that has the right axes. */
  Optional<Shape> infer(Use use, Problems problems) {
    Optional<Windows> windows = window().over(use, problems);
    if (windows.isEmpty()) {
      return Optional.empty();
    }
    String path = use.row() + "." + name;
    Shape weight = weight(use.shape(0));
    boolean sound =
        attributes().check(path, weight, problems)
            & Sizes.checked(path, weight, layer.origin(window().larger(MULTIPLIER)), problems)
                .isPresent();
    return sound
        ? Sizes.checked(
            use.row(),
            windows.get().result(channels(use.shape(0))),
            layer.origin(MULTIPLIER),
            problems)
        : Optional.empty();
  }

  private Shape weight(Shape x) {
    return window().over(x).kernel(x.last(), layer.integer(MULTIPLIER));
  }

  /** The channels of the product. */
  int channels(Shape x) {
    return x.last() * layer.integer(MULTIPLIER);
  }

  ParameterSpec parameter(Shape x) {
    return attributes().weight(name, weight(x));
  }

  /** Writes the product. */
  Value lower(String result, Value x, Lowering lowering) {
    Windows windows = window().over(x.shape());
    Shape grouped = windows.kernel(1, channels(x.shape()));
    Value filters = lowering.emit("filters", new Reshape(grouped), lowering.parameter(name));
    int groups = x.shape().last();
    return lowering.emit(result, Convolution.forward(windows, groups), x, filters);
  }

  /** {@code 3x3, same, times 2}: for a summary. */
  String describe() {
    int multiplier = layer.integer(MULTIPLIER);
    return window().describe() + (multiplier == 1 ? "" : ", times " + multiplier);
  }
}
