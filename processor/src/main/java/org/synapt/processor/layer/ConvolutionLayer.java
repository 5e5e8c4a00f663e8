package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
 * y = activation(x ∗ W + b), of windows that move over a sequence, an image or a volume.
 *
 * <pre>
 * x [b, image…, channels]   W [window…, channels / groups, filters]   b [filters]
 *   →   y [b, windows…, filters]
 * </pre>
 *
 * <p>A window of one position that leaves none out makes it a product of matrices.
 *
 * <p>Problems: {@link Code#NotAnImage}, {@link Code#GroupsDoNotDivide}, {@link
 * Code#AttributeOutOfRange}, {@link Code#TooManyElements}, and those of {@link MovingWindow},
 * {@link BiasAndActivation} and {@link ParameterAttributes}.
 */
final class ConvolutionLayer implements Layer {
  private static final String FILTERS = "filters";
  private static final String GROUPS = "groups";
  private static final int MOST_GROUPS = 1024;

  private final ImageKind image;

  /** A layer whose windows move over sequences, images or volumes. */
  ConvolutionLayer(ImageKind image) {
    this.image = image;
  }

  @Override
  public String annotation() {
    return "Conv%sD".formatted(image.rank());
  }

  private MovingWindow window(Mention layer) {
    return new MovingWindow(layer, "kernelSize", image);
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    boolean sound =
        Bounds.positive(layer, FILTERS, problems)
            & Bounds.positive(layer, GROUPS, problems)
            & window(layer).check(problems);
    if (!image.check(use, problems) || !sound || !checkGroups(use, problems)) {
      return Optional.empty();
    }
    return window(layer)
        .over(use, problems)
        .flatMap(windows -> checked(use, windows.result(layer.integer(FILTERS)), problems));
  }

  private static boolean checkGroups(Use use, Problems problems) {
    int groups = use.layer().integer(GROUPS);
    int filters = use.layer().integer(FILTERS);
    int channels = use.shape(0).last();
    boolean channelsSplit = channels % groups == 0;
    if (channelsSplit && filters % groups == 0) {
      return true;
    }
    problems.add(
        Code.GroupsDoNotDivide,
        use.layer().origin(GROUPS),
        channelsSplit
            ? "groups = %s does not divide filters = %s".formatted(groups, filters)
            : "groups = %s does not divide the %s of %s"
                .formatted(
                    groups,
                    channels == 1 ? "one channel" : channels + " channels",
                    use.operandText()),
        use.tracing(remedy(channels, filters)));
    return false;
  }

  private static String remedy(int channels, int filters) {
    List<Integer> divisors = commonDivisors(channels, filters);
    return divisors.size() == 1
        ? "leave groups at 1: nothing else divides both %s and %s".formatted(channels, filters)
        : "state groups that divide both %s and %s: one of %s"
            .formatted(channels, filters, divisors);
  }

  /** The smallest of them, as many as a reader may want to see. */
  private static List<Integer> commonDivisors(int a, int b) {
    return IntStream.rangeClosed(1, Math.min(Math.min(a, b), MOST_GROUPS))
        .filter(it -> a % it == 0 && b % it == 0)
        .boxed()
        .toList();
  }

  private Optional<Shape> checked(Use use, Shape y, Problems problems) {
    Mention layer = use.layer();
    String name = use.row() + ".weight";
    Shape weight = weight(layer, use.shape(0));
    boolean sound =
        ParameterAttributes.of(layer, "kernel").check(name, weight, problems)
            & Sizes.checked(name, weight, layer.origin(window(layer).larger(FILTERS)), problems)
                .isPresent()
            & BiasAndActivation.of(layer).check(use.row(), y, problems);
    return sound ? Sizes.checked(use.row(), y, layer.origin(FILTERS), problems) : Optional.empty();
  }

  private Shape weight(Mention layer, Shape x) {
    int channels = x.last() / layer.integer(GROUPS);
    return window(layer).over(x).kernel(channels, layer.integer(FILTERS));
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
    int groups = layer.integer(GROUPS);
    return "%s(%s, %s%s)%s"
        .formatted(
            ImageKind.name(layer),
            layer.integer(FILTERS),
            window(layer).describe(),
            groups == 1 ? "" : ", %s groups".formatted(groups),
            BiasAndActivation.of(layer).describe());
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    Windows windows = window(layer).over(x.shape());
    int groups = layer.integer(GROUPS);
    Value weight = lowering.parameter("weight");
    Value product =
        groups == 1 && windows.arePositions()
            ? pointwise(x, weight, lowering)
            : lowering.emit("product", Convolution.forward(windows, groups), x, weight);
    return BiasAndActivation.of(layer).lower(product, lowering);
  }

  /** The product of each position's channels and a weight {@code [1…, channels, filters]}. */
  static Value pointwise(Value x, Value weight, Lowering lowering) {
    Value matrix = lowering.emit("matrix", new Reshape(matrix(weight)), weight);
    return lowering.emit("product", MatMul.MULT, x, matrix);
  }

  /** The last two axes of a weight whose others have one position. */
  static Shape matrix(Value weight) {
    int rank = weight.shape().rank();
    return Shape.of(weight.shape().extent(rank - 2), weight.shape().last());
  }
}
