package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * y = activation(x ∗ W + b), with filters that see one channel each.
 *
 * <pre>
 * x [b, image…, channels]   W [window…, channels, multiplier]   b [channels · multiplier]
 *   →   y [b, windows…, channels · multiplier]
 * </pre>
 *
 * <p>Problems: {@link Code#NotAnImage}, and those of {@link Depthwise}, {@link MovingWindow} and
 * {@link BiasAndActivation}.
 */
final class DepthwiseConvolutionLayer implements Layer {
  private static final String WEIGHT = "weight";

  private final ImageKind image;

  /** A layer whose windows move over sequences or images. */
  DepthwiseConvolutionLayer(ImageKind image) {
    this.image = image;
  }

  @Override
  public String annotation() {
    return "DepthwiseConv%sD".formatted(image.rank());
  }

  private Depthwise depthwise(Mention layer) {
    return new Depthwise(layer, WEIGHT, image);
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    boolean sound = depthwise(use.layer()).check(problems);
    return image.check(use, problems) && sound
        ? depthwise(use.layer())
            .infer(use, problems)
            .filter(y -> BiasAndActivation.of(use.layer()).check(use.row(), y, problems))
        : Optional.empty();
  }

  @Override
  public List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    Depthwise depthwise = depthwise(layer);
    List<ParameterSpec> parameters = new ArrayList<>();
    parameters.add(depthwise.parameter(operands.get(0)));
    BiasAndActivation.of(layer)
        .parameter(depthwise.channels(operands.get(0)))
        .ifPresent(parameters::add);
    return parameters;
  }

  @Override
  public String describe(Mention layer) {
    return "%s(%s)%s"
        .formatted(
            ImageKind.name(layer),
            depthwise(layer).describe(),
            BiasAndActivation.of(layer).describe());
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value product = depthwise(layer).lower("product", operands.get(0), lowering);
    return BiasAndActivation.of(layer).lower(product, lowering);
  }
}
