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
 * y = activation((x ∗ D) · P + b): first each channel by itself, then, at each position, all
 * together.
 *
 * <pre>
 * x [b, image…, channels]   D [window…, channels, multiplier]
 *   P [1…, channels · multiplier, filters]   b [filters]   →   y [b, windows…, filters]
 * </pre>
 *
 * <p>Problems: {@link Code#NotAnImage}, and those of {@link Depthwise}, {@link ParameterAttributes}
 * and {@link BiasAndActivation}.
 */
final class SeparableConvolutionLayer implements Layer {
  private static final String FILTERS = "filters";
  private static final String POINTWISE = "pointwiseWeight";

  private final ImageKind image;

  /** A layer whose windows move over sequences or images. */
  SeparableConvolutionLayer(ImageKind image) {
    this.image = image;
  }

  @Override
  public String annotation() {
    return "SeparableConv%sD".formatted(image.rank());
  }

  private Depthwise depthwise(Mention layer) {
    return new Depthwise(layer, "depthwiseWeight", image);
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    boolean sound = Bounds.positive(layer, FILTERS, problems) & depthwise(layer).check(problems);
    return image.check(use, problems) && sound
        ? depthwise(layer).infer(use, problems).flatMap(middle -> checked(use, middle, problems))
        : Optional.empty();
  }

  private Optional<Shape> checked(Use use, Shape middle, Problems problems) {
    Mention layer = use.layer();
    String name = use.row() + "." + POINTWISE;
    Shape weight = pointwise(layer, middle.last());
    Shape y = middle.with(image.rank(), layer.integer(FILTERS));
    boolean sound =
        attributes(layer).check(name, weight, problems)
            & Sizes.checked(name, weight, layer.origin(FILTERS), problems).isPresent()
            & BiasAndActivation.of(layer).check(use.row(), y, problems);
    return sound ? Sizes.checked(use.row(), y, layer.origin(FILTERS), problems) : Optional.empty();
  }

  private static ParameterAttributes attributes(Mention layer) {
    return ParameterAttributes.of(layer, "pointwise");
  }

  private Shape pointwise(Mention layer, int channels) {
    Shape weight = Shape.of(channels, layer.integer(FILTERS));
    for (int axis = 0; axis < image.rank(); axis++) {
      weight = weight.inserting(0, 1);
    }
    return weight;
  }

  @Override
  public List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    Shape x = operands.get(0);
    List<ParameterSpec> parameters = new ArrayList<>();
    parameters.add(depthwise(layer).parameter(x));
    parameters.add(
        attributes(layer).weight(POINTWISE, pointwise(layer, depthwise(layer).channels(x))));
    BiasAndActivation.of(layer).parameter(layer.integer(FILTERS)).ifPresent(parameters::add);
    return parameters;
  }

  @Override
  public String describe(Mention layer) {
    return "%s(%s, %s)%s"
        .formatted(
            ImageKind.name(layer),
            layer.integer(FILTERS),
            depthwise(layer).describe(),
            BiasAndActivation.of(layer).describe());
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value middle = depthwise(layer).lower("depthwise", operands.get(0), lowering);
    Value product = ConvolutionLayer.pointwise(middle, lowering.parameter(POINTWISE), lowering);
    return BiasAndActivation.of(layer).lower(product, lowering);
  }
}
