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
 * Several attentions side by side, and one projection of what they give.
 *
 * <pre>
 * query [b, T, in]   value [b, S, m]   key [b, S, n]   →   y [b, T, out]
 *
 * query.kernel [in, h, k]   key.kernel [n, h, k]   value.kernel [m, h, v]   with biases [h, …]
 * attentionOutput.kernel [h, v, out]   attentionOutput.bias [out]
 * </pre>
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#IdleAttribute}, {@link
 * Code#TooManyElements}, and those of {@link AttentionOperands} and {@link ParameterAttributes}.
 */
final class MultiHeadAttentionLayer implements Layer {
  private static final String KERNEL = "kernel";
  private static final String BIAS = "bias";

  @Override
  public String annotation() {
    return "MultiHeadAttention";
  }

  @Override
  public Arity arity() {
    return AttentionOperands.ARITY;
  }

  @Override
  public boolean takesSymbols(Use use) {
    return AttentionOperands.symbolsAreSteps(use);
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    boolean sound =
        Bounds.positive(layer, "numHeads", problems)
            & Bounds.positive(layer, "keyDim", problems)
            & notNegative(layer, "valueDim", "of the keys", problems)
            & notNegative(layer, "outputShape", "of the query", problems)
            & Bounds.share(layer, "dropout", problems);
    if (!AttentionOperands.check(use, problems) || !sound) {
      return Optional.empty();
    }
    Shape query = use.shape(0);
    Shape y = query.with(1, outputs(layer, query));
    return AttentionOperands.checkScores(use, layer.integer("numHeads"), 1, problems)
            && checkParameters(use, problems)
        ? Sizes.checked(use.row(), y, layer.origin("outputShape"), problems)
        : Optional.empty();
  }

  private static boolean notNegative(
      Mention layer, String attribute, String what, Problems problems) {
    int value = layer.integer(attribute);
    if (value >= 0) {
      return true;
    }
    problems.add(
        Code.AttributeOutOfRange,
        layer.origin(attribute),
        "%s = %s is below 0".formatted(attribute, value),
        "state at least 1, or leave it out for that " + what);
    return false;
  }

  private static boolean checkParameters(Use use, Problems problems) {
    Mention layer = use.layer();
    for (Projection projection : projections(layer, use.shapes())) {
      String name = use.row() + "." + projection.name() + ".";
      List<Long> extents =
          projection.kernel().extents().stream().map(extent -> (long) extent).toList();
      boolean sound =
          Sizes.checked(name + KERNEL, extents, layer.origin("numHeads"), problems).isPresent()
              && ParameterAttributes.of(layer, KERNEL)
                  .check(name + KERNEL, projection.kernel(), problems)
              && (!layer.flag("useBias")
                  || ParameterAttributes.of(layer, BIAS)
                      .check(name + BIAS, projection.bias(), problems));
      if (!sound) {
        return false;
      }
    }
    if (!layer.flag("useBias")) {
      ParameterAttributes.of(layer, BIAS)
          .reportIdle("a layer without bias", "remove it, or useBias = false", problems);
    }
    return true;
  }

  /**
   * One of the four products with a kernel.
   *
   * @param name what it is called
   * @param kernel the shape of its kernel
   * @param bias the shape of its bias
   */
  private record Projection(String name, Shape kernel, Shape bias) {}

  private static List<Projection> projections(Mention layer, List<Shape> operands) {
    AttentionOperands<Shape> shapes = AttentionOperands.of(operands);
    int heads = layer.integer("numHeads");
    int keys = layer.integer("keyDim");
    int values = values(layer);
    int outputs = outputs(layer, shapes.query());
    return List.of(
        ofHeads("query", shapes.query(), heads, keys),
        ofHeads("key", shapes.key(), heads, keys),
        ofHeads("value", shapes.value(), heads, values),
        new Projection("attentionOutput", Shape.of(heads, values, outputs), Shape.of(outputs)));
  }

  private static Projection ofHeads(String name, Shape x, int heads, int features) {
    return new Projection(name, Shape.of(x.last(), heads, features), Shape.of(heads, features));
  }

  private static int values(Mention layer) {
    int stated = layer.integer("valueDim");
    return stated == 0 ? layer.integer("keyDim") : stated;
  }

  private static int outputs(Mention layer, Shape query) {
    int stated = layer.integer("outputShape");
    return stated == 0 ? query.last() : stated;
  }

  @Override
  public List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    List<ParameterSpec> parameters = new ArrayList<>();
    for (Projection projection : projections(layer, operands)) {
      String name = projection.name() + ".";
      parameters.add(
          ParameterAttributes.of(layer, KERNEL).weight(name + KERNEL, projection.kernel()));
      if (layer.flag("useBias")) {
        parameters.add(
            ParameterAttributes.of(layer, BIAS).parameter(name + BIAS, projection.bias()));
      }
    }
    return parameters;
  }

  @Override
  public String describe(Mention layer) {
    return "multiHeadAttention(%s x %s)%s"
        .formatted(
            layer.integer("numHeads"), layer.integer("keyDim"), AttentionWeights.describe(layer));
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    return new MultiHeadEquations(layer, AttentionOperands.of(operands), lowering)
        .value(operands.size() > 2);
  }
}
