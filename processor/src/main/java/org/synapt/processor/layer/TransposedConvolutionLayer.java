package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Convolution;
import org.synapt.processor.op.MatMul;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.shape.Shape;
import org.synapt.processor.shape.Windows;

/**
 * y = activation(x ∗ᵀ W + b): each position of x adds a window to y.
 *
 * <pre>
 * x [b, image…, channels]   W [window…, filters, channels]   b [filters]
 *   →   y [b, larger image…, filters]
 * </pre>
 *
 * <p>It is the gradient of a convolution by its data, whose windows move over y.
 *
 * <p>Problems: {@link Code#NotAnImage}, {@link Code#AttributeOutOfRange}, {@link
 * Code#TooManyElements}, and those of {@link TransposedWindow}, {@link BiasAndActivation} and
 * {@link ParameterAttributes}.
 */
final class TransposedConvolutionLayer implements Layer {
  private static final String FILTERS = "filters";

  private final ImageKind image;

  /** A layer whose windows move over sequences, images or volumes. */
  TransposedConvolutionLayer(ImageKind image) {
    this.image = image;
  }

  @Override
  public String annotation() {
    return "Conv%sDTranspose".formatted(image.rank());
  }

  private TransposedWindow window(Mention layer) {
    return new TransposedWindow(new MovingWindow(layer, "kernelSize", image));
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    boolean sound = Bounds.positive(layer, FILTERS, problems) & window(layer).check(problems);
    return image.check(use, problems) && sound
        ? window(layer)
            .over(use, problems)
            .flatMap(windows -> checked(use, windows.image(layer.integer(FILTERS)), problems))
        : Optional.empty();
  }

  private Optional<Shape> checked(Use use, Shape y, Problems problems) {
    Mention layer = use.layer();
    String name = use.row() + ".weight";
    Shape weight = weight(layer, use.shape(0));
    boolean sound =
        ParameterAttributes.of(layer, "kernel").check(name, weight, problems)
            & Sizes.checked(
                    name, weight, layer.origin(window(layer).window().larger(FILTERS)), problems)
                .isPresent()
            & BiasAndActivation.of(layer).check(use.row(), y, problems);
    return sound ? Sizes.checked(use.row(), y, layer.origin(FILTERS), problems) : Optional.empty();
  }

  private Shape weight(Mention layer, Shape x) {
    return window(layer).over(x).kernel(layer.integer(FILTERS), x.last());
  }

  @Override
  public List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    List<ParameterSpec> parameters = new ArrayList<>();
    Shape weight = weight(layer, operands.get(0));
    parameters.add(ParameterAttributes.of(layer, "kernel").weight("weight", weight));
    BiasAndActivation.of(layer).parameter(layer.integer(FILTERS)).ifPresent(parameters::add);
    return parameters;
  }

  @Override
  public String describe(Mention layer) {
    return "%s(%s, %s)%s"
        .formatted(
            ImageKind.name(layer),
            layer.integer(FILTERS),
            window(layer).describe(),
            BiasAndActivation.of(layer).describe());
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    Windows windows = window(layer).over(x.shape());
    Value weight = lowering.parameter("weight");
    Value product =
        windows.arePositions()
            ? lowering.emit(
                "product",
                MatMul.MULT_TRANS_B,
                x,
                lowering.emit("matrix", new Reshape(ConvolutionLayer.matrix(weight)), weight))
            : lowering.emit("product", Convolution.dataGradient(windows, 1), x, weight);
    return BiasAndActivation.of(layer).lower(product, lowering);
  }
}
